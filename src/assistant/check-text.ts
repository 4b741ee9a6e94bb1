import { kindByContent } from '../authoring/recognise.ts';
import type { Finding } from '../core/finding.ts';
import { LineIndex } from '../core/line-index.ts';
import { resolveDecoded } from '../core/uri/link-target.ts';
import { childUri, isWithin } from '../core/uri/uri.ts';
import { contentOfText } from '../log/content.ts';
import { configurationOf, FileKinds } from '../log/kinds.ts';
import type { Log } from '../log/log.ts';
import { restored } from '../log/restored.ts';
import type { LogDocument } from '../parse/model/document.ts';
import { ruleUrl } from '../rules/rule-url.ts';
import { textIn } from './input.ts';
import { type Tool, ToolError } from './tool.ts';

export const checkText: Tool = {
	name: 'check_text',
	title: 'Check a Text',
	description:
		'Checks the text of a record, postmortem or bulletin against the incident log of this workspace, without writing a file: fields, times, impact levels, references to other incidents. Use it before you propose a new or changed record. Returns the findings with code, level, message, place and fixes.',
	inputSchema: {
		type: 'object',
		additionalProperties: false,
		required: ['path', 'text'],
		properties: {
			path: {
				type: 'string',
				minLength: 1,
				description:
					'Where the text is or would be, relative to the folder of the log, such as `incidents/2024-08-26-queue.yaml`.',
			},
			text: { type: 'string', description: 'The whole text of the file.' },
		},
	},
	run(logs, input) {
		const path = textIn(input, 'path') ?? '';
		const text = textIn(input, 'text') ?? '';
		for (const log of logs) {
			log.requireRead();
			const uri = resolveDecoded(childUri(log.root, 'x'), path);
			const kind = uri !== undefined && isWithin(log.root, uri) ? kindOf(uri, text, log) : undefined;
			if (uri !== undefined && kind !== undefined) {
				return restored(log, uri, () => {
					log.set(uri, contentOfText(text), kind);
					const { lines } = log.text(uri) ?? { lines: new LineIndex(text) };
					return {
						path: log.pathOf(uri),
						kind,
						findings: log.findings(uri).map(finding => findingData(finding, lines)),
					};
				});
			}
		}
		throw new ToolError(
			`No document of a log at \`${path}\`. Expected a path in a folder of records, such as \`incidents/2024-08-26-queue.yaml\`.`,
		);
	},
};

function kindOf(uri: string, text: string, log: Log): LogDocument['kind'] | undefined {
	const kinds = new FileKinds(log.root, log.configuration, configurationOf(log) !== undefined);
	return log.stored(uri)?.kind ?? kinds.kindOf(uri, text) ?? kindByContent(uri, text, log.configuration);
}

/** Lines and columns (UTF-16 units) count from 1. */
function findingData({ code, level, message, range, fixes }: Finding, lines: LineIndex): object {
	const { line, character } = lines.positionAt(range.start);
	return {
		code,
		level,
		message,
		line: line + 1,
		column: character + 1,
		...(fixes.length > 0 && { fixes: fixes.map(({ title }) => title) }),
		url: ruleUrl(code),
	};
}
