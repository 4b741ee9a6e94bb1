import { Temporal } from 'temporal-polyfill';
import type { Definition } from '../../core/definition.ts';
import type { Range } from '../../core/range.ts';
import type { Log } from '../../log/log.ts';
import { sectionMissing } from '../../rules/postmortem/section-missing.ts';
import { formatRecord } from '../format-record.ts';
import { usualUri } from '../target.ts';
import { type NewFile, NewFileError } from './new-file.ts';

/** What belongs in each of the usual sections. */
const PROMPTS: Readonly<Record<string, string>> = {
	Summary: 'The incident in three sentences.',
	Impact: 'The affected users, the effect and its duration.',
	'Root cause': 'The cause, and why it had this effect.',
	Detection: 'How the incident was noticed, and what would have detected it earlier.',
	Resolution: 'The action that ended the incident.',
	'Action items': 'Each with an owner and a due date: "- [ ] Task (@owner, 2024-09-15)".',
};

/**
 * Creates the postmortem of an incident, as a draft: its title, the sections that the log requires, and a timeline with the
 * times of the record. `id`: the name of its file. Throws a `NewFileError` if the incident has a postmortem or the log has no folder for one.
 */
export function newPostmortem(log: Log, incident: Definition, id = incident.id): NewFile {
	const [existing] = log.view.postmortemsOf(incident.id);
	if (existing !== undefined) {
		throw new NewFileError(`Existing postmortem of \`${incident.id}\`: \`${existing.id}\`.`, existing.uri);
	}
	const date =
		incident.date === undefined
			? log.view.now().toZonedDateTimeISO(log.configuration.timeZone).toPlainDate()
			: Temporal.PlainDate.from(incident.date);
	const uri = usualUri(log, 'postmortem', id, 'markdown', date);
	if (uri === undefined) {
		throw new NewFileError(
			`No folder of this log takes a postmortem named \`${id}\`. Expected a glob in \`files.postmortems\`.`,
		);
	}
	const head = formatRecord(
		new Map<string, unknown>([
			['title', incident.title],
			['incident', incident.id],
			['status', 'draft'],
		]),
	);
	const body = sectionsOf(log).map(name => {
		const content = name === 'Timeline' ? timeline(log, incident) : prompt(PROMPTS[name]);
		return `## ${name}\n\n${content}`;
	});
	const start = `---\n${head}---\n\n# ${incident.title}\n\n`;
	const text = start + body.join('\n');
	return { uri, text, selection: firstPrompt(text, start.length) };
}

/** The sections that the rule `postmortem/section-missing` requires in this log. */
function sectionsOf(log: Log): readonly string[] {
	const configured = log.configuration.rules.get('postmortem/section-missing')?.options['sections'];
	const sections = Array.isArray(configured) ? configured : sectionMissing.options?.['sections']?.default;
	return (Array.isArray(sections) ? sections : []).flatMap((choice: unknown) => {
		const name: unknown = Array.isArray(choice) ? choice[0] : choice;
		return typeof name === 'string' ? [name] : [];
	});
}

/** The first prompt, which the author replaces; the end of a text without one. */
function firstPrompt(text: string, from: number): Range {
	const start = text.indexOf('<!-- ', from);
	return start < 0
		? { start: text.length, end: text.length }
		: { start, end: text.indexOf(' -->', start) + ' -->'.length };
}

function prompt(text: string | undefined): string {
	return text === undefined ? '' : `<!-- ${text} -->\n`;
}

function timeline({ configuration: { timeZone } }: Log, { start, end, isDateOnly }: Definition): string {
	const row = (instant: number | undefined, text: string) =>
		instant === undefined || isDateOnly
			? ''
			: `- ${Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')} ${text}\n`;
	const rows = row(start, 'The incident starts') + row(end, 'The incident ends');
	return `All times in ${timeZone}.\n${rows === '' ? '' : `\n${rows}`}`;
}
