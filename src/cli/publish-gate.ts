import { visibleLine } from '../core/visible-text.ts';
import type { Log } from '../log/log.ts';
import type { CommandHost } from './host.ts';
import { reported } from './scope.ts';

/** Maximum number of errors that are listed. */
const MAX_LISTED = 20;

/**
 * Returns whether errors prevent the publication of some documents, and lists them on standard error. `published`: the
 * URIs of the documents. `isAllowed`: the user publishes despite errors.
 */
export function stopOnErrors(host: CommandHost, log: Log, published: readonly string[], isAllowed: boolean): boolean {
	const errors = isAllowed ? [] : reported(log, published).filter(({ finding }) => finding.level === 'error');
	for (const { uri, lines, finding } of errors.slice(0, MAX_LISTED)) {
		const { line, character } = lines.positionAt(finding.range.start);
		const place = `${host.toPath(uri)}:${line + 1}:${character + 1}`;
		host.err.write(`${place}: error: ${visibleLine(finding.message)} [${finding.code}]\n`);
	}
	if (errors.length > 0) {
		const listed = errors.length > MAX_LISTED ? `, of which ${MAX_LISTED} are listed` : '';
		const count = errors.length === 1 ? '1 error' : `${errors.length} errors`;
		host.err.write(
			`incident-log: Not published: ${count} in published documents${listed}. Expected none, or \`--with-errors\`.\n`,
		);
	}
	return errors.length > 0;
}
