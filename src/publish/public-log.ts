import type { Range } from '../core/range.ts';
import type { Clock } from '../log/environment.ts';
import { Log } from '../log/log.ts';
import type { LogDocument } from '../parse/model/document.ts';
import { findFields } from '../parse/records/internal-fields.ts';
import { findInternalParts } from '../parse/records/internal-parts.ts';
import { reasonToWithhold } from '../parse/records/reason-to-withhold.ts';

/** A document that is not published. */
export interface Withheld {
	readonly uri: string;
	/** "draft", or the status of a postmortem as written. */
	readonly reason: string;
}

/** What of a log is published. */
export interface PublicLog {
	/** The documents that are published, without their internal parts and fields. */
	readonly log: Log;
	readonly withheld: readonly Withheld[];
}

/**
 * Returns the log as its readers may see it. Internal parts and fields are removed from the texts before they are read
 * again, so that no output of the public log can contain them. Drafts, and postmortems with a status other than published,
 * are left out: nothing refers to them.
 */
export function publicLog(log: Log, clock: Clock): PublicLog {
	const withheld: Withheld[] = [];
	const open = new Log({ root: log.root, configuration: log.configuration, clock, rules: [] });
	for (const stored of log.documents()) {
		const { uri, kind, content } = stored;
		const document = kind === 'configuration' || typeof content !== 'string' ? undefined : log.document(uri);
		if (document === undefined) {
			continue;
		}
		const reason = reasonToWithhold(document, log.configuration);
		if (reason !== undefined) {
			withheld.push({ uri, reason });
			continue;
		}
		const text = withoutInternal(document, log);
		if (text === document.text) {
			open.adopt(stored);
			continue;
		}
		open.set(uri, text, kind);
		if (!removeRest(open, uri)) {
			open.delete(uri);
			withheld.push({ uri, reason: 'an internal field in a form that cannot be removed' });
		}
	}
	return { log: open, withheld };
}

function withoutInternal(document: LogDocument, { configuration }: Log): string {
	const { publishing, vocabulary } = configuration;
	const fields = findFields(document, publishing.internalFields, vocabulary);
	return withoutRanges(document.text, [...findInternalParts(document).ranges, ...fields]);
}

/**
 * Removes internal parts and fields until none is left: a page can state a field in several forms, of which only one is read
 * at a time. Returns false if some are left.
 */
function removeRest(log: Log, uri: string): boolean {
	for (let pass = 0; pass < MAX_PASSES; pass++) {
		const document = log.document(uri);
		const text = document && withoutInternal(document, log);
		if (document === undefined || text === undefined || text === document.text) {
			return true;
		}
		log.set(uri, text, document.kind);
	}
	return false;
}

/** The maximum number of forms in which a page states one field. */
const MAX_PASSES = 16;

/** Returns a text without some ranges, which can overlap. */
export function withoutRanges(text: string, ranges: readonly Range[]): string {
	let kept = '';
	let at = 0;
	for (const { start, end } of [...ranges].sort((one, other) => one.start - other.start)) {
		kept += text.slice(at, Math.max(at, start));
		at = Math.max(at, end);
	}
	return kept + text.slice(at);
}
