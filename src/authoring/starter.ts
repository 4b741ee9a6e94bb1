import { DEFAULT_IMPACT_LEVELS } from '../core/impact-scale.ts';
import { isTimeZone } from '../core/time/zones.ts';
import { type DescribedFiles, describeFiles } from './describe-files.ts';

/** Number of files of one form from which on they are unrecognised records, and the folder is not that of a new log. */
const MIN_FILES_OF_A_FORM = 3;

/** The configuration of a new log. */
export interface Starter {
	/** The text of `incident-log.yaml`. */
	readonly text: string;
	/** "No record found, and no YAML or Markdown file. This is the configuration of a new log." */
	readonly found: string;
	/** What to do with it. */
	readonly next: string;
	/** False for a folder whose files have one form, and may be records that were not recognised. */
	readonly isNewLog: boolean;
}

/** Proposes the configuration of a new log for a folder without a record. `timeZone`: that of the machine. */
export function proposeStarter(files: ReadonlyMap<string, string>, timeZone: string): Starter {
	const described = describeFiles(files);
	return {
		text: textFor(isTimeZone(timeZone) ? timeZone : 'UTC'),
		found: `No record found, ${described.only}. This is the configuration of a new log.`,
		next: 'Records are read from folders named `incidents`, `postmortems` and `bulletins`. `incident-log new incident "Title"` creates the first one.',
		isNewLog: !haveOneForm(described),
	};
}

function haveOneForm({ total, dialect, form }: DescribedFiles): boolean {
	return dialect !== undefined || (form >= MIN_FILES_OF_A_FORM && form * 2 >= total);
}

function textFor(timeZone: string): string {
	return `# The configuration of this log. Every field is optional.
#
# Incidents are read from folders named incidents, postmortems from postmortems, bulletins from bulletins.

# The zone of times without one, and of new records: the zone of this machine.
time_zone: ${timeZone}

# The impact levels, least first.
impact:
  levels: [${DEFAULT_IMPACT_LEVELS.join(', ')}]

# The parts of the service that an incident can affect. Any other name is reported.
# components: [api, database, website]
`;
}
