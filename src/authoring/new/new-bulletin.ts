import type { Temporal } from 'temporal-polyfill';
import { weekOf } from '../../core/week.ts';
import type { Log } from '../../log/log.ts';
import { usualUri } from '../target.ts';
import { continuedAtEnd, type NewFile, NewFileError } from './new-file.ts';

const INCIDENTS_HEADING = 'Trailing 2 Weeks Incidents';

/**
 * Creates the bulletin of the week that contains a date, with the picture and all incidents of the week. The heading is that
 * of the newest bulletin. Throws a `NewFileError` if the week has a bulletin or the log has no folder for one.
 */
export function newBulletin(log: Log, day: Temporal.PlainDate | string): NewFile {
	const { last } = weekOf(day, log.configuration.weekEndsOn);
	const date = last.toString();
	const [existing] = log.view.bulletinsOf(date);
	if (existing !== undefined) {
		throw new NewFileError(`Existing bulletin of the week that ends on ${date}: \`${existing.id}\`.`, existing.uri);
	}
	const uri = usualUri(log, 'bulletin', date, 'markdown', last);
	if (uri === undefined) {
		throw new NewFileError(
			`No folder of this log takes a bulletin named \`${date}\`. Expected a glob in \`files.bulletins\`.`,
		);
	}
	const text = `# ${date}\n\n## ${headingOf(log)}\n\n<!-- picture -->\n\n<!-- incidents -->\n`;
	return continuedAtEnd(uri, text);
}

/** The heading above the incidents in the newest bulletin. */
function headingOf(log: Log): string {
	const newestFirst = log
		.documents()
		.filter(({ kind }) => kind === 'bulletin')
		.sort((one, other) => (one.uri < other.uri ? 1 : -1));
	for (const { uri } of newestFirst) {
		const sections = log.document(uri)?.body?.sections ?? [];
		const heading = sections.find(({ title }) => /\bincidents\b/iu.test(title.value));
		if (heading) {
			return heading.title.value;
		}
	}
	return INCIDENTS_HEADING;
}
