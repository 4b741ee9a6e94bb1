/** Whether a record has the form of the dialect that its log names. */
export interface DialectFit {
	/** Undefined for a record that no dialect of this kind reads, such as a postmortem in a log of cState. */
	readonly fits: boolean | undefined;
	/** The name of the dialect that the keys of the front matter belong to. */
	readonly detected: string | undefined;
}

/** A dialect that is named for a log whose records have another form. */
export interface DialectMismatch {
	readonly dialect: string;
	readonly records: number;
	/** Number of these that have the form of the dialect. */
	readonly fitting: number;
	/** The dialect that most of the other records have the form of. Undefined: none is needed, or none is known. */
	readonly expected: string | undefined;
}

export function mismatchMessage({ dialect, records, fitting, expected }: DialectMismatch): string {
	const all = `${records} ${records === 1 ? 'record' : 'records'}`;
	const words =
		expected === undefined ? 'no `dialect`, so that the form of each record is detected' : `\`${expected}\``;
	return `Dialect \`${dialect}\` fits ${fitting} of ${all}. Expected ${words}.`;
}
