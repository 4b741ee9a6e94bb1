// Refuses a Node version below the one that package.json requires. Every script imports this file first, and the
// command line's entry is built from it. Keep the syntax to what Node 6 can parse, so that the message is reached.
'use strict';

/** The message for an unsupported Node version, or undefined. `range` is `engines.node`: `>=MAJOR.MINOR`. */
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
