import type { ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { failed, type ReadResult } from '../../log/environment.ts';
import type { Git } from './run-git.ts';

interface Request {
	readonly limit: number;
	readonly resolve: (result: ReadResult) => void;
}

/** The content that is being received: its size in bytes, and the part that has arrived. */
interface Receiving extends Request {
	readonly size: number;
	/** Undefined for content over the limit, which is skipped. */
	readonly bytes: Uint8Array | undefined;
	received: number;
}

const NEWLINE = 0x0a;
const UNREADABLE: ReadResult = failed('io-error');

/** Reads blobs of one repository with one process (`git cat-file --batch`), which is started for the first blob. */
export class ObjectReader {
	readonly #git: Git;
	readonly #results = new Map<string, Promise<ReadResult>>();
	/** Requests in the order in which Git answers. */
	readonly #requests: Request[] = [];
	#process: ChildProcessByStdio<Writable, Readable, null> | undefined;
	#header: Uint8Array = new Uint8Array();
	#receiving: Receiving | undefined;

	constructor(git: Git) {
		this.#git = git;
	}

	/** Returns the content of a blob. `limit` is in bytes. Each blob is read once. */
	read(id: string, limit: number): Promise<ReadResult> {
		const known = this.#results.get(id);
		if (known !== undefined) {
			return known;
		}
		const result = new Promise<ReadResult>(resolve => {
			this.#requests.push({ limit, resolve });
			this.#running().stdin.write(`${id}\n`);
		});
		this.#results.set(id, result);
		return result;
	}

	/** Ends the process. Unanswered requests fail. */
	close(): void {
		this.#process?.stdin.end();
		this.#fail();
	}

	#running(): ChildProcessByStdio<Writable, Readable, null> {
		if (this.#process === undefined) {
			const started = this.#git.start('cat-file', '--batch');
			this.#process = started;
			started.stdout.on('data', (chunk: Uint8Array) => this.#receive(chunk));
			// A process that could not be started or has ended answers nothing.
			started.stdin.on('error', () => this.#fail());
			started.on('error', () => this.#fail());
			started.on('close', () => this.#fail());
		}
		return this.#process;
	}

	#fail(): void {
		this.#receiving?.resolve(UNREADABLE);
		this.#receiving = undefined;
		for (const { resolve } of this.#requests.splice(0)) {
			resolve(UNREADABLE);
		}
	}

	/** Each answer is `<id> blob <size>`, the content and a newline, or `<id> missing`. */
	#receive(chunk: Uint8Array): void {
		let rest = chunk;
		while (rest.length > 0) {
			rest = this.#receiving === undefined ? this.#receiveHeader(rest) : this.#receiveContent(this.#receiving, rest);
		}
	}

	#receiveHeader(chunk: Uint8Array): Uint8Array {
		const end = chunk.indexOf(NEWLINE);
		this.#header = Buffer.concat([this.#header, end < 0 ? chunk : chunk.subarray(0, end)]);
		if (end < 0) {
			return new Uint8Array();
		}
		const [, type, length] = Buffer.from(this.#header).toString('latin1').split(' ');
		this.#header = new Uint8Array();
		const request = this.#requests.shift();
		if (request === undefined || length === undefined) {
			request?.resolve(type === 'missing' ? failed('not-in-clone') : UNREADABLE);
		} else {
			const size = Number(length);
			const bytes = size > request.limit ? undefined : new Uint8Array(size);
			this.#receiving = { ...request, size, bytes, received: 0 };
		}
		return chunk.subarray(end + 1);
	}

	#receiveContent(receiving: Receiving, chunk: Uint8Array): Uint8Array {
		const { size, bytes, received, resolve } = receiving;
		const part = chunk.subarray(0, size - received);
		bytes?.set(part, received);
		receiving.received += part.length;
		const rest = chunk.subarray(part.length);
		if (rest.length === 0) {
			return rest;
		}
		// The newline after the content has arrived.
		this.#receiving = undefined;
		resolve(bytes === undefined ? { type: 'too-large', size } : { type: 'content', bytes });
		return rest.subarray(1);
	}
}
