import type { Incident } from '../../core/incident.ts';
import type { LogDocument } from '../model/document.ts';

/** Returns an incident's title with the backticks of code that its source has, or undefined without a title. */
export function headlineOf({ title }: Incident, { text }: LogDocument): string | undefined {
	const written = title && text.slice(title.range.start, title.range.end);
	return written !== undefined && written.replaceAll('`', '') === title?.value ? written : title?.value;
}
