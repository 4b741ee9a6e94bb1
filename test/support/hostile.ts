/** Texts that must not reach a terminal: sequences, C1 controls, bidirectional and invisible characters, lone surrogates. */
export const HOSTILE: readonly string[] = [
	'\u001b[2J',
	'\u001b]8;;https://example.org\u0007x\u001b]8;;\u0007',
	'\u001b]0;title\u0007',
	'\u009b31m',
	'\u0085',
	'\r',
	'\b\u007f',
	'\u202e',
	'\u2066',
	'\u200f',
	'\u061c',
	'\u200b',
	'\ufeff',
	'\u2028',
	'\u{e0041}',
	'\ud83d',
	'\ude00',
	'😀',
];
/** In a file name there are no lone surrogates, and a line feed may begin a line that looks like a finding. */
export const HOSTILE_NAMES: readonly string[] = [
	...HOSTILE.filter(text => !/\p{Surrogate}/u.test(text)),
	'\nincidents/x.yaml:1:1  error',
];

const yaml = (text: string) => JSON.stringify(text);

/** A log with a text in every kind of document and value, and with another text in the names of files. */
export function filesWith(text: string, name: string): Record<string, string> {
	return {
		'incident-log.yaml': `time_zone: America/New_York\nimpact: { levels: [minor, major, ${yaml(text)}] }\nrules: { ${yaml(text)}: error }\n${yaml(`key ${text}`)}: 1\n`,
		[`incidents/${name}a.yaml`]: `title: ${yaml(`Disk ${text} full`)}\nimpact: ${yaml(text)}\nstarted_at: ${yaml(`2024-08-01 10:00:00 EST${text}`)}\nresolved_at: 2024-08-01T09:00:00-04:00\n${yaml(`k${text}`)}: 1\nreferences: [{ id: ${yaml(`x${text}`)}, relation: caused-by }, { id: ${yaml(`${name}a`)} }]\n`,
		[`incidents/raw${name}.yaml`]: `title: Raw ${text} title\nimpact: ${text}\nstarted_at: 2024-08-01 10:00:00 EST # ${text}\n${text}: 1\n`,
		'bulletins/2024-08-31.md': `# 2024-08-31 ${text}\n\n* **August 26: Late ${text}** (05:30EST${text}): Nothing moved for ${text} an hour. See [[x${text}]].\n\n<!-- incident-log-disable ${text} -->\n`,
		[`postmortems/${name}b.md`]: `---\nincident: ${yaml(`${text}a`)}\n---\n\n# ${text}\n\n## Timeline\n\n- ${text} 10:00 TODO ${text}\n`,
	};
}
