// Formats the given files, or all files, and applies the fixes of the linter.
import './check-node.cjs';
import path from 'node:path';
import { install, root, run } from './support.mjs';

await install('test');
const biome = path.join(root, 'test/node_modules/@biomejs/biome/bin/biome');
process.exitCode = await run(process.execPath, [biome, 'check', '--write', ...process.argv.slice(2)]);
