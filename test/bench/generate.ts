/** A file of a generated log: its path from the root, and its text. */
export interface GeneratedFile {
	readonly path: string;
	readonly text: string;
}

const COMPONENTS = ['gateway', 'scheduler', 'billing', 'registry', 'search', 'volumes', 'logs', 'sign-in'];
const LEVELS = ['none', 'minor', 'major', 'critical'];
const WHO = ['The pager', 'A customer', 'The night shift', 'A canary', 'The vendor', 'A dashboard', 'Support'];
const DID = ['noticed', 'ruled out', 'confirmed', 'rolled back', 'restarted', 'drained', 'measured', 'suspected'];
const WHAT = [
	'a full disk',
	'the last deployment',
	'slow queries',
	'a lost leader',
	'an expired certificate',
	'retries',
];
const WHERE = ['on three hosts', 'in one region', 'behind the proxy', 'during the backup', 'after the failover'];

/**
 * A pseudo-random generator (linear congruential, constants of Numerical Recipes), so that the log is always the same.
 */
function dice(seed: number): (sides: number) => number {
	let state = seed >>> 0;
	return sides => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return Math.floor((state / 2 ** 32) * sides);
	};
}

/**
 * Returns a log of `count` incidents over ten years, half of them YAML and half Markdown, about 2 KB each, with a bulletin for
 * each of the last eight weeks. Every hundredth record has a fault, of four kinds in turn.
 */
export function generateLog(count: number, seed = 7): GeneratedFile[] {
	const roll = dice(seed);
	const pick = (list: readonly string[]) => list[roll(list.length)] ?? '';
	const sentence = () => `${pick(WHO)} ${pick(DID)} ${pick(WHAT)} ${pick(WHERE)}.`;
	const first = Date.UTC(2015, 0, 1, 6);
	const step = Math.floor((3650 * 86_400_000) / count);
	const time = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}+00:00`;
	const ids: string[] = [];
	const files: GeneratedFile[] = [
		{ path: 'incident-log.yaml', text: `title: Generated\ntime_zone: UTC\ncomponents: [${COMPONENTS.join(', ')}]\n` },
	];
	for (let i = 0; i < count; i++) {
		const start = first + i * step + roll(600) * 1000;
		const fault = i % 100 === 50 ? ((i / 100) % 4) | 0 : undefined;
		const id = `${time(start).slice(0, 10)}-case-${String(i).padStart(5, '0')}`;
		const moments = Array.from({ length: 6 }, (_, k) => start + (k + 1) * (3 + roll(20)) * 60_000).sort(
			(a, b) => a - b,
		);
		const end = (moments.at(-1) ?? start) + 5 * 60_000;
		const earlier = Array.from(
			{ length: Math.min(ids.length, roll(3)) },
			() => ids[Math.max(0, ids.length - 1 - roll(200))],
		);
		const cited = fault === 3 ? [...earlier, '2014-01-01-never-was'] : earlier;
		const head = [
			`id: ${id}`,
			`title: ${pick(WHO)} ${pick(DID)} ${pick(WHAT)}`,
			'status: resolved',
			`impact: ${fault === 0 ? 'terrible' : pick(LEVELS)}`,
			`started_at: ${fault === 1 ? '2024-02-30T10:00:00+00:00' : time(start)}`,
			`detected_at: ${time(fault === 2 ? start - 3_600_000 : start + 60_000)}`,
			`resolved_at: ${time(end)}`,
			`components: [${pick(COMPONENTS)}]`,
			...(cited.length > 0 ? ['references:', ...cited.map(id => `  - { id: ${id}, relation: related }`)] : []),
			'timeline:',
			...moments.flatMap(at => [`  - at: ${time(at)}`, `    text: ${sentence()} ${sentence()}`]),
			'action_items:',
			`  - { title: ${sentence().slice(0, -1)}, owner: storage, due: ${time(end + 1e9).slice(0, 10)}, status: done }`,
		];
		const body = [
			`${sentence()} ${sentence()} ${sentence()}`,
			'',
			...(earlier[0] === undefined ? [] : [`It began like [[${earlier[0]}]].`, '']),
			...Array.from({ length: 6 }, () => `- ${sentence()} ${sentence()}`),
		];
		const year = id.slice(0, 4);
		files.push(
			i % 2 === 0
				? {
						path: `incidents/${year}/${id}.yaml`,
						text: `${head.join('\n')}\nsummary: |\n${body.map(l => `  ${l}`).join('\n')}\n`,
					}
				: { path: `incidents/${year}/${id}.md`, text: `---\n${head.join('\n')}\n---\n\n${body.join('\n')}\n` },
		);
		ids.push(id);
	}
	const last = first + (count - 1) * step;
	for (let week = 0; week < 8; week++) {
		const day = new Date(last - week * 7 * 86_400_000);
		day.setUTCDate(day.getUTCDate() + (6 - day.getUTCDay()));
		const date = day.toISOString().slice(0, 10);
		const text = `# ${date}\n\n## Trailing 2 Weeks Incidents\n\n<!-- picture -->\n\n<!-- incidents -->\n\n## This Week\n\n${sentence()}\n`;
		files.push({ path: `bulletins/${date}.md`, text });
	}
	return files;
}
