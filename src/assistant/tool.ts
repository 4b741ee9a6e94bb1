import { canonicalText } from '../core/canonical-text.ts';
import type { Mapping } from '../core/mapping.ts';
import type { Log } from '../log/log.ts';
import { checkValue } from '../schema/check-value.ts';
import { readBundledSchema } from '../schema/read-bundled.ts';

/** A question that a language model can ask about the logs of a workspace. Tools change no file. */
export interface Tool {
	/** As in the Model Context Protocol. VS Code adds a prefix. */
	readonly name: string;
	readonly title: string;
	/** For the model: when to use the tool and what it returns. */
	readonly description: string;
	/** A JSON Schema of an object. */
	readonly inputSchema: Mapping;
	/** The result is plain data, written as JSON. Throws a `ToolError`. */
	run(logs: readonly Log[], input: Mapping): Promise<object> | object;
}

/** A question that cannot be answered. The message is for the model, and states what it can ask instead. */
export class ToolError extends Error {}

/** Checks the input against the schema of a tool and runs it. Throws a `ToolError`. */
export async function runTool(tool: Tool, logs: readonly Log[], input: Mapping): Promise<object> {
	const [fault] = checkValue(input, readBundledSchema(tool.inputSchema), []);
	if (fault) {
		const { keyword, path, params } = fault;
		const place = path.length > 0 ? `\`${path.join('.')}\`` : 'the input';
		throw new ToolError(`Invalid value of ${place}: \`${keyword}\` ${canonicalText(params)}.`);
	}
	if (logs.length === 0) {
		throw new ToolError('No log found. Expected a folder with `incident-log.yaml` or with records of incidents.');
	}
	return tool.run(logs, input);
}
