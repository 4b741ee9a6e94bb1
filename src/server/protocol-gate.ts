import {
	type Connection,
	ErrorCodes,
	Message,
	type MessageStrategy,
	type NotificationMessage,
	type RequestMessage,
	ResponseError,
} from 'vscode-languageserver';
import { logError } from './errors.ts';
import { hasValidParams } from './params.ts';

type Next = Parameters<MessageStrategy['handleMessage']>[1];
interface Refusal {
	readonly code: number;
	readonly message: string;
}

/** Answers a request that the gate refused. No method of the protocol: a client that calls it is refused as well. */
const REFUSED = '$/incidentLog/refused';

/**
 * The one way from a client to every handler. Holds what the lifecycle of LSP 3.17 demands of a server ("Lifecycle
 * Messages": one `initialize`, nothing before it, nothing but `exit` after `shutdown`), and the shape of parameters. The
 * library behind the connection checks neither.
 */
export class ProtocolGate implements MessageStrategy {
	#state: 'uninitialized' | 'initialized' | 'shut-down' = 'uninitialized';
	#connection: Connection | undefined;

	/** To be called before the connection listens. */
	attach(connection: Connection): void {
		this.#connection = connection;
		connection.onRequest(REFUSED, ({ code, message }: Partial<Refusal>) => {
			return new ResponseError(code ?? ErrorCodes.InvalidRequest, message ?? 'No such request.');
		});
	}

	/** A client may try again. */
	initializeFailed(): void {
		this.#state = 'uninitialized';
	}

	handleMessage(message: Message, next: Next): ReturnType<Next> {
		if (Message.isRequest(message)) {
			const refusal = this.#refusalOf(message);
			return next(refusal === undefined ? message : refused(message, refusal));
		}
		return !Message.isNotification(message) || this.#letsPass(message) ? next(message) : undefined;
	}

	#refusalOf({ method, params }: RequestMessage): Refusal | undefined {
		if (method === REFUSED) {
			return { code: ErrorCodes.MethodNotFound, message: `Unhandled method ${method}` };
		}
		if (this.#state === 'shut-down') {
			return { code: ErrorCodes.InvalidRequest, message: 'The server is shut down. Expected `exit`.' };
		}
		const isInitialize = method === 'initialize';
		if (isInitialize && this.#state === 'initialized') {
			return { code: ErrorCodes.InvalidRequest, message: 'The server is initialized. Expected `initialize` once.' };
		}
		if (!isInitialize && this.#state === 'uninitialized') {
			return {
				code: ErrorCodes.ServerNotInitialized,
				message: 'The server is not initialized. Expected `initialize`.',
			};
		}
		if (!hasValidParams(method, params)) {
			return { code: ErrorCodes.InvalidParams, message: invalidParams(method) };
		}
		this.#state = method === 'shutdown' ? 'shut-down' : 'initialized';
		return undefined;
	}

	#letsPass({ method, params }: NotificationMessage): boolean {
		if (method === 'exit') {
			return true;
		}
		if (this.#state !== 'initialized') {
			return false;
		}
		const isValid = hasValidParams(method, params);
		if (!isValid && this.#connection) {
			logError(this.#connection, `${invalidParams(method)} The notification is ignored.`);
		}
		return isValid;
	}
}

function refused({ jsonrpc, id }: RequestMessage, { code, message }: Refusal): RequestMessage {
	return { jsonrpc, id, method: REFUSED, params: { code, message } };
}

function invalidParams(method: string): string {
	return `Invalid parameters of \`${method}\`. Expected those of the protocol.`;
}
