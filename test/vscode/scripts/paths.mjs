// The folders of the tests.
import path from 'node:path';

/** `test/vscode/`. */
export const here = path.dirname(import.meta.dirname);
/** The project. */
export const project = path.dirname(path.dirname(here));
export const fixtures = path.join(here, 'fixtures');
/** Logs and pictures that the tests write for inspection. */
export const artifacts = path.join(here, 'artifacts');
/** Bundles of the suites, and their results. */
export const out = path.join(artifacts, 'suites');
/** Large things that are unpacked once. */
export const cache = path.join(here, 'node_modules', '.cache');
