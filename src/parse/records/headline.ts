import type { Incident } from '../../core/incident.ts';
import type { LogDocument } from '../model/document.ts';

/** Returns the title of an incident with the backticks of its source, or undefined without a title. */
export function headlineOf({ title }: Incident, { text }: LogDocument): string | undefined {
	const written = title && text.slice(title.range.start, title.range.end);
	return written !== undefined && written.replaceAll('`', '') === title?.value ? written : title?.value;
}
