import { expect, test } from 'vitest';
import { compareVersions } from '../../src/cli/change.ts';
import { type DocumentParser, documentParser } from '../../src/log/document-parser.ts';
import { MemoryEnvironment } from '../../src/log/memory-environment.ts';
import { SwitchableEnvironment } from '../../src/log/switchable-environment.ts';
import { openWorkspace } from '../../src/log/workspace.ts';
import { throwDefect } from '../support/defects.ts';
import { CLOCK } from '../support/fixture.ts';
import { probe } from '../support/probe-rules.ts';
import { incident, LOG } from '../support/workspaces.ts';

const NAMED = `${LOG}/incidents/mail.yaml`;
const MAIL = incident('Mail was late', 'id: mail\nactions: [A full disk was replaced]\n');

/** Compares two texts of one file in a log of `size` other records that refer to it. */
async function compare(size: number, before: string | undefined, now: string) {
	const others = Object.fromEntries(
		Array.from({ length: size }, (_, index) => [
			`${LOG}/incidents/queue-${index}.yaml`,
			incident('Queue stopped', 'references: [{ id: mail, relation: caused-by }]\n'),
		]),
	);
	const withNamed = (text: string | undefined) =>
		new MemoryEnvironment({
			[`${LOG}/incident-log.yaml`]: 'title: Log\n',
			...others,
			...(text !== undefined && { [NAMED]: text }),
		});
	const versions = { before: withNamed(before), now: withNamed(now) };
	const environment = new SwitchableEnvironment(versions.before);
	const checked: string[] = [];
	const rule = probe('target', (document, log) => {
		checked.push(document.uri);
		return document.references.map(reference => String(log.resolve(reference).length));
	});
	const workspace = await openWorkspace({
		environment,
		folders: [LOG],
		clock: CLOCK,
		rules: [rule],
		onDefect: throwDefect,
	});
	const change = await compareVersions(workspace, environment, versions, new Set([NAMED]));
	const findings = workspace.logs.flatMap(log => log.documents().flatMap(({ uri }) => change.newFindings(log, uri)));
	return { checked: checked.length, findings: findings.map(({ message }) => message) };
}

test('a change of a text that no other document reads checks no other document', async () => {
	for (const size of [2, 40]) {
		expect(await compare(size, MAIL, MAIL.replace('full', 'broken'))).toEqual({ checked: 0, findings: [] });
		expect(await compare(size, MAIL, MAIL)).toEqual({ checked: 0, findings: [] });
	}
});

test('the trees of the documents that were read last are used for the findings before the change', async () => {
	// More text than the trees of recently used documents may have.
	const long = `summary: ${'word '.repeat(60_000)}\n`;
	const uris = Array.from({ length: 8 }, (_, index) => `${LOG}/incidents/queue-${index}.yaml`);
	const others = Object.fromEntries(uris.map(uri => [uri, incident('Queue stopped', long)]));
	const versions = {
		before: new MemoryEnvironment(others),
		now: new MemoryEnvironment({ ...others, [NAMED]: MAIL }),
	};
	const environment = new SwitchableEnvironment(versions.before);
	const parsed: string[] = [];
	const parser: DocumentParser = {
		...documentParser,
		parse: source => {
			parsed.push(source.uri);
			return documentParser.parse(source);
		},
	};
	const workspace = await openWorkspace({ environment, folders: [LOG], clock: CLOCK, parser });
	await compareVersions(workspace, environment, versions, new Set([NAMED]));
	const parsedOnce = uris.filter(uri => parsed.filter(each => each === uri).length === 1);
	expect(parsedOnce).toHaveLength(3);
});

test('a changed id gives findings in the documents that refer to it', async () => {
	const { findings } = await compare(3, MAIL, MAIL.replace('id: mail', 'id: post'));
	expect(findings).toEqual(['0', '0', '0']);
});

test('a created document gives findings in the documents that refer to it', async () => {
	const { findings } = await compare(3, undefined, MAIL);
	expect(findings).toEqual(['1', '1', '1']);
});
