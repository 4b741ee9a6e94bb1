import { compareText } from '../core/compare-text.ts';
import type { Definition } from '../core/definition.ts';
import type { Mapping } from '../core/mapping.ts';
import { incidentsOf } from '../features/incident-list.ts';
import { newestFirst } from '../features/newest.ts';
import type { Log } from '../log/log.ts';
import { incidentData } from './incident-data.ts';
import { isSetIn, numberIn, textIn } from './input.ts';
import type { Tool } from './tool.ts';

const DEFAULT_LIMIT = 10;
const ISO_DATE = '^\\d{4}-\\d{2}-\\d{2}$';

export const findIncidents: Tool = {
	name: 'find_incidents',
	title: 'Find Incidents',
	description:
		'Finds incidents in the incident log of this workspace: by words of their id, title, components and summary, the most similar first, or without words the newest first. Use it for questions such as "have we seen this before?", "what happened last week?" and "which incidents are open?". Returns id, title, times, impact, components, summary and file of each incident, and the number of all that match.',
	inputSchema: {
		type: 'object',
		additionalProperties: false,
		properties: {
			query: { type: 'string', description: 'Words to find. Without it, the newest incidents are returned.' },
			from: { type: 'string', pattern: ISO_DATE, description: 'Earliest date of the start, as YYYY-MM-DD.' },
			to: { type: 'string', pattern: ISO_DATE, description: 'Latest date of the start, as YYYY-MM-DD.' },
			impact: { type: 'string', description: 'Only incidents with this impact level.' },
			component: { type: 'string', description: 'Only incidents with this component.' },
			open: { type: 'boolean', description: 'Only incidents that have not ended.' },
			limit: {
				type: 'integer',
				minimum: 1,
				maximum: 50,
				description: `Maximum number of incidents. ${DEFAULT_LIMIT} by default.`,
			},
		},
	},
	async run(logs, input) {
		const query = textIn(input, 'query')?.trim() ?? '';
		const found = await Promise.all(
			logs.map(async log => {
				log.requireRead();
				const definitions = query === '' ? incidentsOf(log).toSorted(newestFirst) : await log.search.find(query);
				return definitions
					.filter(definition => matches(definition, log, input))
					.map(definition => ({ log, definition }));
			}),
		);
		const all = found.flat();
		return {
			total: all.length,
			incidents: all
				.slice(0, numberIn(input, 'limit') ?? DEFAULT_LIMIT)
				.map(({ log, definition }) => incidentData(definition, log)),
		};
	},
};

function matches(definition: Definition, log: Log, input: Mapping): boolean {
	const { date, impact, inferredImpact, components, isOpen } = definition;
	const from = textIn(input, 'from');
	const to = textIn(input, 'to');
	const level = textIn(input, 'impact');
	const component = textIn(input, 'component');
	const { impact: scale } = log.configuration;
	const levelOf = (word: string) => (scale.levelOf(word) ?? word).toLowerCase();
	return (
		(from === undefined || (date !== undefined && compareText(date, from) >= 0)) &&
		(to === undefined || (date !== undefined && compareText(date, to) <= 0)) &&
		(level === undefined || levelOf(impact ?? inferredImpact ?? '') === levelOf(level)) &&
		(component === undefined || components.some(each => each.toLowerCase() === component.toLowerCase())) &&
		(!isSetIn(input, 'open') || isOpen)
	);
}
