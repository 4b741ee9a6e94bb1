// Rejects a Node version below the minimum in package.json. Every script imports this file first, and the build puts it
// at the start of the command line. Use only syntax that Node 6 can parse, so that old versions reach the message.
'use strict';

/** Returns the message for an unsupported Node version, or undefined. `range` is `engines.node`: `>=MAJOR.MINOR`. */
function unsupportedNode(version, range) {
	const minimum = range.replace(/^>=\s*/, '');
	const required = minimum.split('.').map(Number);
	const present = version.replace(/^v/, '').split('.').map(Number);
	const difference = present[0] - required[0] || present[1] - (required[1] || 0);
	return difference < 0 ? `Unsupported Node version ${version}. Expected ${minimum} or later.` : undefined;
}

/** Ends the process with exit code 2 on an unsupported version. */
function requireNode(range) {
	const message = unsupportedNode(process.versions.node, range);
	if (message) {
		process.stderr.write(`${message}\n`);
		process.exit(2);
	}
}

module.exports = { unsupportedNode: unsupportedNode, requireNode: requireNode };
