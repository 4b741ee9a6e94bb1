/** Thrown by queries that need all documents of a log while its files are read. The caller repeats the query afterwards. */
export class LogNotRead extends Error {
	constructor() {
		super('The log is being read.');
	}
}
