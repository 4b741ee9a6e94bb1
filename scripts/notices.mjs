// Collects the licences of the bundled packages: MIT, BSD and similar licences require the notice in each copy.
import fs from 'node:fs';
import path from 'node:path';

const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)(?:[-.].*)?$/i;
const RULE = '-'.repeat(80);

/** Returns the folder and name of the package that contains a bundled file; undefined for files of this project. */
function packageOf(file) {
	const parts = file.split(/[\\/]/);
	const at = parts.lastIndexOf('node_modules');
	if (at < 0) {
		return undefined;
	}
	const name = parts[at + 1]?.startsWith('@') ? `${parts[at + 1]}/${parts[at + 2]}` : parts[at + 1];
	return { name, folder: [...parts.slice(0, at + 1), name].join('/') };
}

/** Returns the names of the packages with code in the outputs of some builds, by folder. */
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

const MPL = `This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0. If a copy of the MPL was not
distributed with this file, You can obtain one at https://mozilla.org/MPL/2.0/.`;

function noticeOf(root, folder, name) {
	const at = path.join(root, folder);
	const { version, license, homepage, repository } = JSON.parse(fs.readFileSync(path.join(at, 'package.json'), 'utf8'));
	const files = fs
		.readdirSync(at)
		.filter(file => LICENCE_FILE.test(file) && fs.statSync(path.join(at, file)).isFile())
		.sort();
	const own = files
		.map(file => fs.readFileSync(path.join(at, file), 'utf8').replace(/\r\n?/g, '\n').trim())
		.join('\n\n');
	// A package can name its repository as in `git@github.com:owner/name.git`.
	const source = homepage ?? repository?.url ?? repository?.replace(/^git@([^:]+):/, 'https://$1/');
	// The Mozilla Public License allows a reference instead of its text, with the address of the source code.
	const text = own === '' && license === 'MPL-2.0' && source ? `${MPL}\n\nSource code: ${source}` : own;
	if (text === '') {
		throw new Error(`No licence text in ${folder}. Expected a file such as LICENSE, since the package is bundled.`);
	}
	return { key: `${name} ${version}`, text: `${name} ${version} (${license ?? 'see below'})\n\n${text}\n` };
}

/**
 * Returns the notices of all packages in the outputs of some builds, given esbuild's metafiles, whose paths are relative
 * to `root`. Throws if a package has no licence text.
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
