import type { Definition } from '../core/definition.ts';
import type { Log } from '../log/log.ts';
import { incidentData } from './incident-data.ts';
import { textIn } from './input.ts';
import { type Tool, ToolError } from './tool.ts';

/** In UTF-16 units: about 5,000 words. */
const MAX_TEXT = 30_000;
const MAX_SIMILAR = 5;

export const readRecord: Tool = {
	name: 'read_record',
	title: 'Read a Record',
	description:
		'Reads one incident, postmortem or bulletin of the incident log of this workspace: its facts, its text, what it refers to, what refers to it, and similar earlier incidents. Use an id that find_incidents returned, a file name, or a path below the folder of the log.',
	inputSchema: {
		type: 'object',
		additionalProperties: false,
		required: ['id'],
		properties: { id: { type: 'string', minLength: 1, description: 'An id, a file name or a path.' } },
	},
	async run(logs, input) {
		const id = textIn(input, 'id') ?? '';
		for (const log of logs) {
			log.requireRead();
			const [definition] = log.view.resolve({ target: { by: 'id', id, kind: 'any' } });
			if (definition) {
				return recordData(definition, log);
			}
		}
		const near = logs.flatMap(log => log.view.nearestIds(id));
		const advice = near.length > 0 ? `${near.map(each => `\`${each}\``).join(', ')}` : 'an id of `find_incidents`';
		throw new ToolError(`Unknown record \`${id}\`. Expected ${advice}.`);
	},
};

async function recordData(definition: Definition, log: Log): Promise<object> {
	const { uri } = definition;
	const text = log.text(uri)?.text ?? '';
	const similar = definition.kind === 'bulletin' ? [] : await log.search.earlierLike(definition);
	const referring = new Set(log.referencesTo(definition).map(reference => reference.uri));
	referring.delete(uri);
	return {
		...incidentData(definition, log),
		text: text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text,
		...(text.length > MAX_TEXT && { text_is_cut: true }),
		references: definition.relations.map(({ relation, id }) => ({ relation, id })),
		referenced_by: [...referring].map(each => log.pathOf(each)),
		similar_earlier_incidents: similar.slice(0, MAX_SIMILAR).map(each => incidentData(each, log)),
	};
}
