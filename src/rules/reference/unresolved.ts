import type { Level } from '../../core/finding.ts';
import { isMisspelling } from '../../core/nearest.ts';
import { comparableName, isTicket } from '../../core/record-names.ts';
import type { Reference, ReferenceTarget } from '../../core/reference.ts';
import { formatDay } from '../../core/time/format.ts';
import { decodeUriPart } from '../../core/uri/decode.ts';
import { fileStem } from '../../core/uri/file-name.ts';
import { relativeUri } from '../../core/uri/relative-uri.ts';
import type { LogDocument } from '../../parse/model/document.ts';
import { overlapping } from '../../parse/model/ranges.ts';
import type { LogView } from '../log-view.ts';
import type { Report, Rule } from '../rule.ts';
import { dedent } from '../support/dedent.ts';
import { write } from '../support/fixes.ts';
import { LazyReport } from '../support/lazy-report.ts';
import { alternatives, quoted, quotedSource } from '../support/words.ts';
import { describesDay } from './support/page-days.ts';
import { suggestIds } from './support/suggestions.ts';

/** Distances to the tickets before and after one. */
const NEIGHBOURS = [1, 2, 3];

const KIND_NAMES = { incident: 'incident', postmortem: 'postmortem', any: 'record' } as const;

export const unresolved: Rule = {
	code: 'reference/unresolved',
	title: 'Unresolved reference',
	rationale: dedent`
		A reader cannot follow a reference to a missing record. Unknown ids and paths in fields are errors, and so are unknown
		ids in \`[[…]]\` that have the form of the log's ids or are misspelled. Other unknown names in \`[[…]]\` are hints,
		unless the workspace has a file with the name. Warnings are: a ticket in prose that is missing between two ids of the
		log, a link to a missing file in a folder of records, and a dated mention of a day without an incident, which may be
		older than the log. Other tickets with a prefix of the log's ids, and links to other missing files, are hints.
	`,
	level: 'error',
	kinds: ['incident', 'postmortem', 'bulletin'],
	fix: 'suggested',
	valid: [
		{
			caption: 'An id, a link and a mention of a record',
			text: dedent`
				//- /incidents/2024-08-15-state-database.yaml
				title: State database slow on one host
				impact: minor
				started_at: 2024-08-15T09:00:00Z
				//- /incidents/2024-08-26-leases.md
				---
				title: Leases could not be acquired
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				references:
				  - { id: 2024-08-15-state-database, relation: recurrence-of }
				---

				Much like the August 15 issue, see [its record](2024-08-15-state-database.yaml).
			`,
			now: '2024-08-28T00:00:00Z',
		},
	],
	invalid: [
		{
			caption: 'A misspelled id',
			text: dedent`
				//- /incidents/2024-08-15-state-database.yaml
				title: State database slow on one host
				impact: minor
				started_at: 2024-08-15T09:00:00Z
				//- /incidents/2024-08-26-leases.yaml
				title: Leases could not be acquired
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				references:
				  - { id: «2024-08-15-stat-database», relation: recurrence-of }
			`,
			message:
				'Unresolved reference `2024-08-15-stat-database`: no record has this id. Expected `2024-08-15-state-database`.',
			fixed: dedent`
				//- /incidents/2024-08-15-state-database.yaml
				title: State database slow on one host
				impact: minor
				started_at: 2024-08-15T09:00:00Z
				//- /incidents/2024-08-26-leases.yaml
				title: Leases could not be acquired
				impact: minor
				started_at: 2024-08-26T05:30:00Z
				references:
				  - { id: 2024-08-15-state-database, relation: recurrence-of }
			`,
			now: '2024-08-28T00:00:00Z',
		},
		{
			caption: 'A mention of a day without an incident, in a bulletin',
			text: dedent`
				//- /bulletins/2024-08-31.md
				* **August 26: Leases could not be acquired** (05:30 UTC): Much like the «August 15 issue».
			`,
			message:
				'Unresolved reference `August 15 issue`: the log has no incident on 15 August 2024. Expected the date of an incident.',
		},
	],
	*check({ document, log }) {
		for (const reference of document.references) {
			const fault = log.resolve(reference).length === 0 ? faultOf(reference, document, log) : undefined;
			if (fault) {
				yield new LazyReport(
					reference.range,
					() => {
						const found = document.text.slice(reference.range.start, reference.range.end);
						const { detail, expected, ...content } = fault.describe();
						return {
							...content,
							message: `Unresolved reference ${quotedSource(found)}: ${detail}. Expected ${expected}.`,
						};
					},
					fault.level,
				);
			}
		}
	},
};

interface Fault {
	readonly level: Level;
	readonly describe: () => Description;
}

interface Description extends Pick<Report, 'fixes' | 'data'> {
	readonly detail: string;
	readonly expected: string;
}

/** Prefixes of standards and of other registers, which look like those of ids. */
const OTHER_NUMBERS = /^(?:CVE|CWE|GHSA|RFC|UTF|SHA|MD|AES|ISO|IEC|IEEE|PEP|TLS|HTTP|SEV|GH|PR|KB|US|EU|AP)-/;
/** Prefixes of the numbers of incidents and postmortems. Other numbers of records, such as experiments, often have none. */
const INCIDENT_NUMBERS = /^(?:INC|INCIDENT|PM|POSTMORTEM|SEV|OUT|OUTAGE|IR|RCA|PIR)-/i;
/** Targets that are not names of pages: `File:graph.png`, `phab:T1`, `12`. */
const NO_NAME = /^(?:[\p{L}][\p{L}\p{N}+._-]*:.*|\d{1,2}|[^\p{L}\p{N}]*)$/u;
/** Files that are not searched, such as pictures. */
const OTHER_FILE = /\.(?!md$|markdown$|ya?ml$)[a-z][a-z0-9]{1,4}$/i;

/** The fault of an unresolved reference. Undefined if it does not have to refer to anything in the log. */
function faultOf(reference: Reference, document: LogDocument, log: LogView): Fault | undefined {
	const { form, target } = reference;
	switch (target.by) {
		case 'week':
			// Checked by `bulletin/previous-missing`.
			return undefined;
		case 'date':
			return describesDay(document, target.date) ? undefined : missingDay(target);
		case 'uri':
			return log.inFile(target.uri) === undefined ? missingFile(reference, target.uri, document, log) : undefined;
		case 'id':
			return form === 'link' ? undefined : unknownId(reference, target, document, log);
	}
}

function missingDay({ date, kind, isRelative }: Extract<ReferenceTarget, { by: 'date' }>): Fault {
	const detail = `the log has no ${kind} on ${formatDay(date)}`;
	const expected = `the date of ${withArticle(kind)}`;
	return { level: isRelative ? 'hint' : 'warning', describe: () => ({ detail, expected, data: { date } }) };
}

/** Links to files outside of the folders of records are the subject of link checkers. */
function missingFile({ form, range }: Reference, uri: string, document: LogDocument, log: LogView): Fault {
	const other = log.filesNamed(fileStem(uri)).find(file => file.toLowerCase() === uri.toLowerCase());
	const level = form === 'field' ? 'error' : other !== undefined || log.isDocumentPath(uri) ? 'warning' : 'hint';
	if (other === undefined) {
		const detail = 'the log has no file at this path';
		const expected = form === 'link' ? 'the path of a file' : 'the path of a record';
		return { level, describe: () => ({ detail, expected, data: { uri } }) };
	}
	const found = document.text.slice(range.start, range.end);
	const relative = relativeUri(document.uri, other);
	const path = (found.startsWith('./') ? './' : '') + (form === 'link' ? relative : decodeUriPart(relative));
	return {
		level,
		describe: () => ({
			detail: 'the name of the file differs in case',
			expected: quoted(path),
			fixes: [write(range, path, 'suggested')],
			data: { uri, nearest: [path] },
		}),
	};
}

function unknownId(
	reference: Reference,
	target: Extract<ReferenceTarget, { by: 'id' }>,
	document: LogDocument,
	log: LogView,
): Fault | undefined {
	const { form } = reference;
	const { id } = target;
	if (form === 'field' || isEntry(reference, document)) {
		return { level: 'error', describe: () => describeId(reference, target, document, log) };
	}
	const isOther = form === 'bare-id' ? OTHER_NUMBERS.test(id) : NO_NAME.test(id) || OTHER_FILE.test(id);
	if (isOther || isOtherFile(id, log)) {
		return undefined;
	}
	const [nearest] = suggestIds(reference, target, document, log);
	const isId = (form === 'bare-id' ? isTicket(id) : !isDay(id)) && log.hasIdsLike(id);
	const isMisspelled = nearest !== undefined && isMisspelling(id, nearest);
	if (form === 'bare-id' && !isId && !isMisspelled) {
		return undefined;
	}
	const level = form === 'bare-id' ? bareLevel(id, isMisspelled, log) : isId || isMisspelled ? 'error' : 'hint';
	return { level, describe: () => describeId(reference, target, document, log) };
}

/** A ticket in prose can be one of another tracker, unless it is missing between two incidents of the log. */
function bareLevel(id: string, isMisspelled: boolean, log: LogView): Level {
	if (isMisspelled || !INCIDENT_NUMBERS.test(id)) {
		return isMisspelled ? 'warning' : 'hint';
	}
	const name = comparableName(id);
	const start = Math.max(name.lastIndexOf('-'), name.lastIndexOf('_')) + 1;
	const [prefix, number] = [name.slice(0, start), name.slice(start)];
	const hasTicket = (step: number) => log.byName(`${prefix}${Number(number) + step}`).length > 0;
	const isBetween = NEIGHBOURS.some(step => hasTicket(-step)) && NEIGHBOURS.some(hasTicket);
	return isBetween ? 'warning' : 'hint';
}

/** Whether a wiki link is an entry of a bulletin. */
function isEntry({ range }: Reference, { bulletin }: LogDocument): boolean {
	const [entry] = overlapping(bulletin?.entries ?? [], each => each.range, range);
	return entry?.form === 'link';
}

/** Whether a file that is not a record has a name or path. */
function isOtherFile(written: string, log: LogView): boolean {
	const name = comparableName(written);
	return log.filesNamed(name).some(uri => (log.inFile(uri) ?? []).length === 0);
}

/** Notes of a day are named by its date. */
function isDay(id: string): boolean {
	return /^\d{4}-\d{2}-\d{2}$/.test(id);
}

function describeId(
	reference: Reference,
	target: Extract<ReferenceTarget, { by: 'id' }>,
	document: LogDocument,
	log: LogView,
): Description {
	const noun = KIND_NAMES[target.kind];
	const begun = [...new Set(log.byName(comparableName(target.id)).map(({ id }) => id))];
	const similar = begun.length > 1 ? begun.slice(0, 3) : suggestIds(reference, target, document, log);
	return {
		detail: begun.length > 1 ? `${begun.length} records have this name or begin with it` : `no ${noun} has this id`,
		expected:
			similar.length === 0
				? `the id of ${withArticle(noun)}`
				: begun.length > 1
					? alternatives(similar)
					: quoted(similar[0] ?? ''),
		fixes: similar.map(id => write(reference.range, id, 'suggested')),
		data: { id: target.id, nearest: similar },
	};
}

function withArticle(noun: string): string {
	return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}
