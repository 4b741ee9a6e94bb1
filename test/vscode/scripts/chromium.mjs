// The Chromium of the npm package @sparticuz/chromium. Only its binary is used: its own flags switch web security off.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { chromium } from 'playwright-core';
import { cache, here } from './paths.mjs';

const shipped = path.join(here, 'node_modules', '@sparticuz', 'chromium');

async function decompress(name, file, mode) {
	const compressed = fs.createReadStream(path.join(shipped, 'bin', `${name}.br`));
	await pipeline(compressed, createBrotliDecompress(), fs.createWriteStream(file, { mode }));
}

/** Unpacks `name.tar.br` into a folder. By way of a file: tar stops reading where the archive ends, and not its input. */
async function unpackTar(name, folder) {
	const archive = path.join(folder, `${name}.tar`);
	await decompress(`${name}.tar`, archive);
	const { status, stderr } = spawnSync('tar', ['-x', '--no-same-owner', '-C', folder, '-f', archive], {
		encoding: 'utf8',
	});
	if (status !== 0) {
		throw new Error(`could not unpack ${name}: ${stderr}`);
	}
	fs.rmSync(archive);
}

/** The unpacked browser: its binary, and the libraries and fonts that go with it. Done once for each version. */
async function unpacked() {
	const { version } = JSON.parse(fs.readFileSync(path.join(shipped, 'package.json'), 'utf8'));
	const folder = path.join(cache, `chromium-${version}`);
	if (!fs.existsSync(folder)) {
		fs.mkdirSync(cache, { recursive: true });
		const making = fs.mkdtempSync(`${folder}-`);
		await decompress('chromium', path.join(making, 'chromium'), 0o755);
		await unpackTar('al2023', making);
		await unpackTar('fonts', making);
		fs.writeFileSync(
			path.join(making, 'fonts.conf'),
			`<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${path.join(folder, 'fonts')}</dir><cachedir>${path.join(folder, 'fonts-cache')}</cachedir></fontconfig>
`,
		);
		fs.renameSync(making, folder);
	}
	return folder;
}

const systemLibraries = ['/usr/lib/x86_64-linux-gnu', '/lib/x86_64-linux-gnu', '/usr/lib64', '/usr/lib'];
const hasLibrary = name => systemLibraries.some(folder => fs.existsSync(path.join(folder, name)));

/** What the system lacks of what Chromium links to or draws with, it takes from the package. */
function environment(folder) {
	const env = { ...process.env };
	if (!['libnss3.so', 'libnspr4.so', 'libexpat.so.1'].every(hasLibrary)) {
		env.LD_LIBRARY_PATH = [path.join(folder, 'lib'), env.LD_LIBRARY_PATH].filter(Boolean).join(':');
	}
	if (!fs.existsSync('/etc/fonts/fonts.conf')) {
		env.FONTCONFIG_FILE = path.join(folder, 'fonts.conf');
	}
	return env;
}

/** CHROMIUM_PATH names another browser, such as Debian's /usr/bin/chromium. */
export async function launchChromium() {
	const own = process.env.CHROMIUM_PATH === undefined ? await unpacked() : undefined;
	return chromium.launch({
		executablePath: process.env.CHROMIUM_PATH ?? path.join(own, 'chromium'),
		env: own === undefined ? process.env : environment(own),
		headless: true,
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
		],
	});
}
