import type { DocumentKind } from '../../core/document-kind.ts';
import {
	type ValidationError,
	type Validator,
	validateBulletin,
	validateConfiguration,
	validateIncident,
	validatePostmortem,
} from '../../generated/validators.js';
import type { Data, DataPath } from '../../parse/data.ts';
import type { LogDocument } from '../../parse/document.ts';

const VALIDATORS: Readonly<Record<DocumentKind, Validator>> = {
	incident: validateIncident,
	postmortem: validatePostmortem,
	bulletin: validateBulletin,
	configuration: validateConfiguration,
};

/** Nobody reads more, and a mutated file of a megabyte could give a million. */
const MOST = 200;

/** Something in a document's YAML that its schema does not allow. */
export interface SchemaFault extends ValidationError {
	/** `instancePath` as a path. */
	readonly path: DataPath;
}

const known = new WeakMap<LogDocument, readonly SchemaFault[]>();

/** What a document's schema says of its YAML: computed once, though several rules speak of it. Empty without YAML. */
export function schemaFaults(document: LogDocument): readonly SchemaFault[] {
	let faults = known.get(document);
	if (faults === undefined) {
		faults = document.data === undefined ? [] : validate(document.kind, document.data);
		known.set(document, faults);
	}
	return faults;
}

function validate(kind: DocumentKind, data: Data): readonly SchemaFault[] {
	const validator = VALIDATORS[kind];
	validator(data.value);
	return (validator.errors ?? []).slice(0, MOST).map(error => ({ ...error, path: pathOf(error.instancePath, data) }));
}

/** A JSON Pointer (RFC 6901) as a path: a number where there is a list. */
function pathOf(pointer: string, data: Data): DataPath {
	const path: (string | number)[] = [];
	let value: unknown = data.value;
	for (const step of pointer.split('/').slice(1)) {
		const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
		path.push(Array.isArray(value) ? Number(name) : name);
		value = data.at(path)?.value;
	}
	return path;
}
