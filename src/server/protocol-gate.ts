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

/**
 * The method to which refused requests are redirected. It is not part of the protocol: a client that calls it is
 * refused as well.
 */
const REFUSED = '$/incidentLog/refused';

/**
 * All messages of a client pass this gate. It enforces the lifecycle of LSP 3.17 ("Lifecycle Messages": one
 * `initialize`, no other message before it, only `exit` after `shutdown`) and the shape of parameters. The protocol
 * library checks neither.
 */
export class ProtocolGate implements MessageStrategy {
	#state: 'uninitialized' | 'initialized' | 'shut-down' = 'uninitialized';
	#connection: Connection | undefined;

	/** Must be called before the connection listens. */
	attach(connection: Connection): void {
		this.#connection = connection;
		connection.onRequest(REFUSED, ({ code, message }: Partial<Refusal>) => {
			return new ResponseError(code ?? ErrorCodes.InvalidRequest, message ?? 'No such request.');
		});
	}

	/** Allows the client to send `initialize` again. */
	initializeFailed(): void {
		this.#state = 'uninitialized';
	}

	handleMessage(message: Message, next: Next): ReturnType<Next> {
		if (Message.isRequest(message)) {
			const refusal = this.#refusalOf(message);
			return next(refusal === undefined ? message : refused(message, refusal));
		}
		return !Message.isNotification(message) || this.#accepts(message) ? next(message) : undefined;
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

	#accepts({ method, params }: NotificationMessage): boolean {
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
