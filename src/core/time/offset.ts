/** `+hh:mm`, or with seconds as in historical offsets: `-00:44:30`. */
const OFFSET = /^([+-])([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/;

/** Parses an offset such as `+02:00` to milliseconds. Undefined for other texts. */
export function parseOffset(text: string): number | undefined {
	const match = OFFSET.exec(text);
	if (match === null) {
		return undefined;
	}
	const [, sign, hours, minutes, seconds] = match;
	const total = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0)) * 1000;
	return sign === '-' && total !== 0 ? -total : total;
}

/** Formats an offset in milliseconds as in RFC 3339, `-04:00`; with seconds (`-00:44:30`) for a historical offset. */
export function formatOffset(offset: number): string {
	const total = Math.abs(Math.round(offset / 1000));
	const parts = [Math.floor(total / 3600), Math.floor(total / 60) % 60];
	if (total % 60 !== 0) {
		parts.push(total % 60);
	}
	return (offset < 0 ? '-' : '+') + parts.map(part => String(part).padStart(2, '0')).join(':');
}
