import type { Temporal } from 'temporal-polyfill';
import type { Definition } from '../../src/core/definition.ts';
import type { Range } from '../../src/core/range.ts';
import type { LogDocument } from '../../src/parse/model/document.ts';
import type { LogView } from '../../src/rules/log-view.ts';
import type { Report, Rule } from '../../src/rules/rule.ts';

/** The range of a probe's reports. No test depends on it. */
const HEAD: Range = { start: 0, end: 0 };

/** Returns a rule that reports what `look` returns. */
export function probe(
	name: string,
	look: (document: LogDocument, log: LogView, options: Readonly<Record<string, unknown>>) => Iterable<string | Report>,
	rest: Partial<Rule> = {},
): Rule {
	return {
		code: `probe/${name}`,
		title: name,
		rationale: name,
		level: 'info',
		kinds: ['incident', 'postmortem', 'bulletin', 'configuration'],
		valid: [],
		invalid: [],
		*check({ document, log, options }) {
			for (const seen of look(document, log, options)) {
				yield typeof seen === 'string' ? { range: HEAD, message: seen } : seen;
			}
		},
		...rest,
	};
}

/** Rules that together call every method of `LogView` and report the whole answers. */
export const probes: readonly Rule[] = [
	probe('same-id', (document, log) => ownIds(document).map(id => `${id}: ${all(log.byId(id))}`)),
	probe('duplicates', (document, log) => ownIds(document).map(id => `${id}: ${all(log.duplicatesOf(id))}`)),
	probe('same-day', (document, log) =>
		document.incidents.flatMap(({ id }) => {
			const date = log.byId(id).find(({ uri }) => uri === document.uri)?.date;
			return date === undefined ? [] : [`${date}: ${all(log.incidentsOn(date))}`];
		}),
	),
	probe('week', ({ bulletin }, log) => {
		const day = bulletin?.date?.value;
		return day
			? [
					all(log.incidentsInWeek(day.toString())),
					all(log.incidentsBetween(instantOf(day) - 7 * 86_400_000, instantOf(day))),
					all(log.bulletinsOf(day.subtract({ days: 7 }).toString())),
				]
			: [];
	}),
	probe('references', ({ references }, log) =>
		references.map(reference => {
			const { target, range } = reference;
			const near = target.by === 'id' ? namesLike(target.id, log) : '';
			const file = target.by === 'uri' ? String(log.inFile(target.uri)?.length) : '';
			return { range, message: `${target.by}: ${all(log.resolve(reference))} ${near} ${file}` };
		}),
	),
	probe('clock', (_document, log) => [log.now().toString()], { kinds: ['bulletin'] }),
];

/** The first instant of a day in UTC, in milliseconds since 1970. */
function instantOf(day: Temporal.PlainDate): number {
	return day.toZonedDateTime('UTC').epochMilliseconds;
}

function namesLike(id: string, log: LogView): string {
	return [...log.nearestIds(id), all(log.byName(id)), log.hasIdsLike(id), ...log.filesNamed(id)].join();
}

function ownIds({ incidents, postmortem }: LogDocument): string[] {
	return [...incidents.map(({ id }) => id), ...(postmortem ? [postmortem.id] : [])];
}

function all(definitions: readonly Definition[]): string {
	return definitions
		.map(
			({ kind, source, id, uri, range, title, start, date, postmortem }) =>
				`${kind} ${source} ${id} ${uri}:${range.start} ${title} ${start} ${date} ${JSON.stringify(postmortem)}`,
		)
		.join('; ');
}
