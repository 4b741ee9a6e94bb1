import { expect, test } from 'vitest';
import type { DocumentLink, DocumentSymbol, SymbolInformation } from 'vscode-languageserver-types';
import { documentLinks } from '../../src/features/document-links.ts';
import { documentSymbols } from '../../src/features/document-symbols.ts';
import { workspaceSymbols } from '../../src/features/workspace-symbols.ts';
import { formatLocation, openLog } from './harness.ts';
import { SMALL_LOG } from './small-log.ts';

test('document links contain resolved ids', async () => {
	const { log, ask, cursor } = openLog(SMALL_LOG.replace('Disks', () => '$0Disks [[nowhere]]'));
	const links = await ask<DocumentLink[]>(documentLinks);
	expect(links.map(({ range, target }) => [formatLocation(log, { uri: cursor.uri, range }), target])).toEqual([
		['incidents/2024-08-15-store.md:6:11 2024-07-12-jobs', 'file:///log/incidents/2024-07-12-jobs.yaml#L1'],
		['incidents/2024-08-15-store.md:9:69 2024-07-12-jobs', 'file:///log/incidents/2024-07-12-jobs.yaml#L1'],
	]);
});

test('document symbols of a bulletin are its entries', async () => {
	const { log, ask, uri } = openLog(SMALL_LOG);
	const symbols = async (path: string) => {
		const found = await ask<DocumentSymbol[]>(documentSymbols, { textDocument: { uri: uri(path) } });
		return found.map(({ name, selectionRange }) => [
			name,
			formatLocation(log, { uri: uri(path), range: selectionRange }),
		]);
	};
	expect(await symbols('bulletins/2024-08-24.md')).toEqual([
		['Sign-in was slow', 'bulletins/2024-08-24.md:5:16 Sign-in was slow'],
	]);
	expect(await symbols('incidents/2024-07-12-jobs.yaml')).toEqual([
		['Jobs stood still', 'incidents/2024-07-12-jobs.yaml:1:8 Jobs stood still'],
	]);
	expect(await symbols('incident-log.yaml')).toEqual([]);
});

test('the selection range of a symbol is in its range', async () => {
	const { ask } = openLog('impact: none\n$0');
	const [symbol] = await ask<DocumentSymbol[]>(documentSymbols);
	expect(symbol).toMatchObject({ name: '2024-08-26-lease', selectionRange: { start: { line: 0, character: 0 } } });
});

test('workspace symbols match title and id, newest first', async () => {
	const { ask } = openLog(SMALL_LOG);
	const names = async (query: string) =>
		(await ask<SymbolInformation[]>(workspaceSymbols, { query })).map(
			({ name, containerName }) => `${name} (${containerName})`,
		);
	expect(await names('jobs')).toEqual(['Jobs stood still (2024-07-12-jobs)', 'Why jobs stood still (2024-07-12-jobs)']);
	expect((await names('')).length).toBe(6);
	expect(await names('no such incident')).toEqual([]);
});
