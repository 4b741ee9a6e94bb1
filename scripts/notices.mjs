// The licences of the packages that are bundled: MIT, BSD and their like ask for the notice wherever the code goes.
import fs from 'node:fs';
import path from 'node:path';

const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)(?:[-.].*)?$/i;
const RULE = '-'.repeat(80);

/** The folder and name of the package that a bundled file is from; undefined for files of this project. */
function packageOf(file) {
	const parts = file.split(/[\\/]/);
	const at = parts.lastIndexOf('node_modules');
	if (at < 0) {
		return undefined;
	}
	const name = parts[at + 1]?.startsWith('@') ? `${parts[at + 1]}/${parts[at + 2]}` : parts[at + 1];
	return { name, folder: [...parts.slice(0, at + 1), name].join('/') };
}

/** The packages of which code has come into the outputs of some builds, by folder. */
function bundledPackages(metafiles) {
	const packages = new Map();
	for (const { outputs } of metafiles) {
		for (const { inputs } of Object.values(outputs)) {
			for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
				const from = bytesInOutput > 0 ? packageOf(file) : undefined;
				if (from !== undefined) {
					packages.set(from.folder, from.name);
				}
			}
		}
	}
	return packages;
}

function noticeOf(root, folder, name) {
	const at = path.join(root, folder);
	const { version, license } = JSON.parse(fs.readFileSync(path.join(at, 'package.json'), 'utf8'));
	const files = fs
		.readdirSync(at)
		.filter(file => LICENCE_FILE.test(file) && fs.statSync(path.join(at, file)).isFile())
		.sort();
	const text = files
		.map(file => fs.readFileSync(path.join(at, file), 'utf8').replace(/\r\n?/g, '\n').trim())
		.join('\n\n');
	if (text === '') {
		throw new Error(`No licence text in ${folder}. Expected a file such as LICENSE, since the package is bundled.`);
	}
	return { key: `${name} ${version}`, text: `${name} ${version} (${license ?? 'see below'})\n\n${text}\n` };
}

/**
 * The text of the notices of all packages in the outputs of some builds, given esbuild's metafiles. Paths in these are
 * relative to `root`. Throws where a package has no licence text.
 */
export function thirdPartyNotices(root, metafiles) {
	const notices = new Map();
	for (const [folder, name] of bundledPackages(metafiles)) {
		const { key, text } = noticeOf(root, folder, name);
		notices.set(key, text);
	}
	const sorted = [...notices].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, text]) => text);
	return `Incident Log contains code of the packages below, each under its own licence.\n\n${sorted.map(text => `${RULE}\n${text}`).join('\n')}`;
}
