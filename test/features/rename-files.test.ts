import { describe, expect, test } from 'vitest';
import type { ClientCapabilities } from 'vscode-languageserver-protocol';
import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { renameFiles } from '../../src/features/rename-files.ts';
import { EDITOR, formatLocation, openLog } from './harness.ts';

const HEAD = 'impact: none\nstarted_at: 2024-08-26T09:00:00-04:00\n';
const LOG = `//- /incident-log.yaml
time_zone: America/New_York
//- /incidents/2024/INC-7-proxy.yaml
title: Proxy
${HEAD}postmortem: ../../postmortems/proxy.md
//- /incidents/2024/named.yaml
id: written
title: Named
${HEAD}references:
  - { id: INC-7-proxy, relation: related }
//- /postmortems/proxy.md
---
title: Why
incident: "INC-7-proxy"
---

See [the incident](../incidents/2024/INC-7-proxy.yaml#updates), ![graph](img/graph.png) and [[named]].
//- /bulletins/2024-08-31.md
# 2024-08-31

- [[INC-7-proxy]]

[[incidents/2024/INC-7-proxy]], [[2024/INC-7-proxy.yaml|it]], [[INC-7]], [[written]], [[../incidents/2024/named]],
[a](/incidents/2024/INC-7-proxy.yaml) and [b](../incidents/2024/named.yaml).
`;

/** Formats the edits before a rename of files: `path:line:character old → new`. */
async function moving(renames: Readonly<Record<string, string>>, client: ClientCapabilities = EDITOR) {
	const { log, ask, uri } = openLog(LOG, { client });
	const files = Object.entries(renames).map(([from, to]) => ({
		oldUri: new URL(uri(from)).href,
		newUri: new URL(uri(to)).href,
	}));
	const edit = await ask<WorkspaceEdit | null>(renameFiles, { files });
	const changes = (edit?.documentChanges ?? []) as TextDocumentEdit[];
	return changes
		.flatMap(({ textDocument, edits }) =>
			edits.map(({ range, ...rest }) => {
				const newText = 'newText' in rest ? rest.newText : '';
				return `${formatLocation(log, { uri: textDocument.uri, range })} → ${newText}`;
			}),
		)
		.sort();
}

describe('a rename of files in the editor', () => {
	test('changes references by id, path, file name and link, and the id that is the name of the file', async () => {
		expect(await moving({ 'incidents/2024/INC-7-proxy.yaml': 'incidents/2024/INC-8-relay.yaml' })).toEqual([
			'bulletins/2024-08-31.md:3:5 INC-7-proxy → INC-8-relay',
			'bulletins/2024-08-31.md:5:3 incidents/2024/INC-7-proxy → incidents/2024/INC-8-relay',
			'bulletins/2024-08-31.md:5:35 2024/INC-7-proxy.yaml → 2024/INC-8-relay.yaml',
			'bulletins/2024-08-31.md:5:65 INC-7 → INC-8-relay',
			'bulletins/2024-08-31.md:6:5 /incidents/2024/INC-7-proxy.yaml → /incidents/2024/INC-8-relay.yaml',
			'incidents/2024/named.yaml:6:11 INC-7-proxy → INC-8-relay',
			'postmortems/proxy.md:3:12 INC-7-proxy → INC-8-relay',
			'postmortems/proxy.md:6:20 ../incidents/2024/INC-7-proxy.yaml → ../incidents/2024/INC-8-relay.yaml',
		]);
	});

	test('keeps a written id, and changes only references to the file', async () => {
		expect(await moving({ 'incidents/2024/named.yaml': 'incidents/2024/other.yaml' })).toEqual([
			'bulletins/2024-08-31.md:5:89 ../incidents/2024/named → ../incidents/2024/other',
			'bulletins/2024-08-31.md:6:47 ../incidents/2024/named.yaml → ../incidents/2024/other.yaml',
			'postmortems/proxy.md:6:95 named → other',
		]);
	});

	test('quotes an id in YAML that would be read as a number', async () => {
		expect(await moving({ 'incidents/2024/INC-7-proxy.yaml': 'incidents/2024/7.yaml' })).toContain(
			'incidents/2024/named.yaml:6:11 INC-7-proxy → "7"',
		);
	});

	test('changes paths to and in the files of a moved folder, and no names', async () => {
		expect(await moving({ incidents: 'log/incidents' })).toEqual([
			'bulletins/2024-08-31.md:5:89 ../incidents/2024/named → ../log/incidents/2024/named',
			'bulletins/2024-08-31.md:6:47 ../incidents/2024/named.yaml → ../log/incidents/2024/named.yaml',
			'bulletins/2024-08-31.md:6:5 /incidents/2024/INC-7-proxy.yaml → /log/incidents/2024/INC-7-proxy.yaml',
			'incidents/2024/INC-7-proxy.yaml:4:13 ../../postmortems/proxy.md → ../../../postmortems/proxy.md',
			'postmortems/proxy.md:6:20 ../incidents/2024/INC-7-proxy.yaml → ../log/incidents/2024/INC-7-proxy.yaml',
		]);
	});

	test('changes links in a moved page to records and to other files', async () => {
		expect(await moving({ 'postmortems/proxy.md': 'postmortems/2024/proxy.md' })).toEqual([
			'incidents/2024/INC-7-proxy.yaml:4:13 ../../postmortems/proxy.md → ../../postmortems/2024/proxy.md',
			'postmortems/proxy.md:6:20 ../incidents/2024/INC-7-proxy.yaml → ../../incidents/2024/INC-7-proxy.yaml',
			'postmortems/proxy.md:6:74 img/graph.png → ../img/graph.png',
		]);
	});

	test('changes nothing if both ends of all links move together, or if no document moves', async () => {
		expect(await moving({ '.': '../elsewhere' })).toEqual([]);
		expect(await moving({ 'src/a.ts': 'src/b.ts' })).toEqual([]);
	});
});
