import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as protocol from '../../src/server/protocol.ts';

const page = readFileSync(new URL('../../docs/protocol.md', import.meta.url), 'utf8');
const source = readFileSync(new URL('../../src/server/protocol.ts', import.meta.url), 'utf8');

test('the documentation lists every custom method and no other', () => {
	const methods = Object.values<unknown>(protocol).filter(
		(value): value is string => typeof value === 'string' && value.startsWith('incidentLog/'),
	);
	const documented = [...page.matchAll(/^\| `(incidentLog\/[\w/]+)`/gm)].map(([, method]) => method);
	expect(documented.toSorted()).toEqual(methods.toSorted());
});

test('the documentation lists every initialization option', () => {
	const [, options = ''] = /interface InitializationOptions \{(.*?)\n\}/s.exec(source) ?? [];
	const names = [...options.matchAll(/readonly (\w+)\?/g)].map(([, name]) => name);
	const [, section = ''] = /### `initializationOptions`(.*?)###/s.exec(page) ?? [];
	expect([...section.matchAll(/^\| `(\w+)` /gm)].map(([, name]) => name)).toEqual(names);
});
