const MINUTE = 60_000;

/** A written offset, `+02:00`, in milliseconds. Undefined for anything else. */
export function parseOffset(text: string): number | undefined {
	const sign = text.charCodeAt(0);
	if (sign !== 43 && sign !== 45) {
		return undefined;
	}
	const [hours, minutes, seconds] = text.slice(1).split(':').map(Number);
	const total = ((hours ?? Number.NaN) * 60 + (minutes ?? 0)) * MINUTE + (seconds ?? 0) * 1000;
	return Number.isNaN(total) ? undefined : sign === 45 ? -total : total;
}

/** An offset in milliseconds as RFC 3339 writes it, `-04:00`; with seconds (`-00:44:30`) where history has them. */
export function formatOffset(offset: number): string {
	const total = Math.abs(Math.round(offset / 1000));
	const parts = [Math.floor(total / 3600), Math.floor(total / 60) % 60];
	if (total % 60 !== 0) {
		parts.push(total % 60);
	}
	return (offset < 0 ? '-' : '+') + parts.map(part => String(part).padStart(2, '0')).join(':');
}
