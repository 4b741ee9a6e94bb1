import type { Definition } from '../core/definition.ts';
import type { ImpactScale } from '../core/impact-scale.ts';
import { dateAt, formatClock, formatDay, formatDuration, formatInstant } from '../core/time/format.ts';
import { MINUTE } from '../core/time/units.ts';
import { pathWithin } from '../core/uri/uri.ts';
import { weekEndingOn } from '../core/week.ts';
import type { Log } from '../log/log.ts';
import { type Prose, plainSummary } from './prose.ts';

const SUMMARY_LENGTH = 300;

/** A summary of an incident, a postmortem or a bulletin. */
export function incidentCard(definition: Definition, log: Log, prose: Prose): string {
	const summary = plainSummary(definition.summary, SUMMARY_LENGTH);
	return prose.join([
		[prose.bold(definition.title), facts(definition, log.view.configuration.impact, prose)],
		times(definition, log, prose),
		definition.components.length > 0 ? [`Components: ${definition.components.map(prose.code).join(', ')}`] : [],
		[prose.text(summary)],
		[definitionLink(definition, log, prose)],
	]);
}

/** Impact, status and kind on one line. */
function facts(definition: Definition, scale: ImpactScale, prose: Prose): string {
	const { kind, incidentKind, status, incidents } = definition;
	const what = kind === 'incident' ? (incidentKind ?? 'incident') : kind;
	const count = kind !== 'bulletin' ? '' : incidents.length === 1 ? '1 incident' : `${incidents.length} incidents`;
	const impact = impactOf(definition, scale);
	return [
		impact === undefined
			? ''
			: `impact ${prose.code(impact.word)}${impact.remark && ` (${prose.text(impact.remark)})`}`,
		status === undefined ? '' : prose.code(status),
		prose.text(what),
		count,
	]
		.filter(part => part !== '')
		.join(' · ');
}

/** The impact as stated, with a remark: the level of an alias, or that it is inferred. */
export function impactOf(
	{ impact, inferredImpact }: Definition,
	scale: ImpactScale,
): { readonly word: string; readonly remark: string } | undefined {
	if (impact === undefined) {
		return inferredImpact === undefined ? undefined : { word: inferredImpact, remark: 'inferred' };
	}
	const level = scale.levelOf(impact);
	const isAlias = level?.toLowerCase() !== impact.toLowerCase();
	return { word: impact, remark: level === undefined ? 'unknown level' : isAlias ? level : '' };
}

function times(definition: Definition, log: Log, prose: Prose): string[] {
	const { timeZone } = log.view.configuration;
	if (definition.kind === 'bulletin' && definition.date !== undefined) {
		const week = weekEndingOn(definition.date);
		return [`${formatDay(week.first)} – ${formatDay(week.last)}`];
	}
	if (definition.start === undefined) {
		return [];
	}
	const { start, isDateOnly, startText } = definition;
	const began = isDateOnly ? formatDay(dateAt(start, timeZone)) : formatInstant(start, timeZone);
	// The time as written, if it is in another zone than that of the log.
	const clock = formatClock(start, timeZone).replace(/^0/, '');
	const isOther = startText !== undefined && !isDateOnly && !startText.includes(clock);
	const written = isOther ? `written ${prose.code(startText)}` : '';
	return [[began, duration(definition)].filter(part => part !== '').join(' · '), written];
}

/**
 * For example "3 h 35 min", "about 1 h (inferred)" or "still open". Empty without a valid duration, as for an end
 * before the start.
 */
export function duration({ kind, isOpen, start, end, inferredEnd, isDateOnly }: Definition): string {
	if (kind === 'bulletin' || start === undefined) {
		return '';
	}
	if (end !== undefined) {
		return isDateOnly || end < start ? '' : formatDuration((end - start) / MINUTE);
	}
	if (inferredEnd !== undefined) {
		return `about ${formatDuration((inferredEnd - start) / MINUTE)} (inferred)`;
	}
	return isOpen ? 'still open' : '';
}

/** A link to the id or title of a definition, with the path of its file. */
export function definitionLink({ uri, range }: Definition, log: Log, prose: Prose): string {
	const path = pathWithin(log.root, uri)?.join('/') ?? uri;
	const line = (log.text(uri)?.lines.lineAt(range.start) ?? 0) + 1;
	return prose.link(path, `${uri}#L${line}`);
}
