import { type Configuration, DEFAULT_CONFIGURATION } from '../../src/core/configuration.ts';
import { CONFIGURATION_FILE } from '../../src/core/document-kind.ts';
import { fileStem } from '../../src/core/uri/file-name.ts';
import { nameKeyOf } from '../../src/log/file-names.ts';
import { FileKinds } from '../../src/log/kinds.ts';
import { Log, type LogOptions } from '../../src/log/log.ts';
import { parseDocument } from '../../src/parse/parse-document.ts';
import { readConfiguration } from '../../src/parse/records/configuration.ts';
import { throwDefect } from './defects.ts';
import { CLOCK, type FixtureFiles, filesIn } from './fixture.ts';

export const ROOT = 'file:///log';

export interface FixtureLogOptions extends Partial<LogOptions> {
	/** Leaves out files that are not documents of the log. Without it, such a file is an error of the test. */
	readonly skipOtherFiles?: boolean;
}

/** A log in memory over the files of a test. */
export class FixtureLog extends Log {
	readonly #kinds: FileKinds;
	readonly #skipOtherFiles: boolean;
	/** All files of the fixture as they are now, also those that are not documents. */
	readonly #files: Map<string, string>;

	/**
	 * The configuration is the one in `options`, else that of the file `incident-log.yaml`, else the default.
	 * Errors that the log reports as defects are thrown.
	 */
	constructor(fixture: FixtureFiles, { skipOtherFiles = false, ...options }: FixtureLogOptions = {}) {
		const files = new Map(filesIn(fixture));
		const { root = ROOT } = options;
		const written = files.get(CONFIGURATION_FILE);
		const configuration = options.configuration ?? configurationIn(root, written);
		const kinds = new FileKinds(root, configuration, written !== undefined);
		super({
			clock: CLOCK,
			isDocumentPath: uri => kinds.kindOf(uri) !== undefined,
			onDefect: throwDefect,
			isFile: uri => uri.startsWith(`${root}/`) && files.has(uri.slice(root.length + 1)),
			filesNamed: name =>
				[...files.keys()].map(path => `${root}/${path}`).filter(uri => nameKeyOf(fileStem(uri)) === nameKeyOf(name)),
			...options,
			root,
			configuration,
		});
		this.#kinds = kinds;
		this.#skipOtherFiles = skipOtherFiles;
		this.#files = files;
		for (const [path, text] of [...files]) {
			this.write(path, text);
		}
	}

	/** Returns the URI of a file by its path from the root. */
	uri(path: string): string {
		return `${this.root}/${path}`;
	}

	/** Adds a file, or replaces its text. */
	write(path: string, text: string): void {
		this.#files.set(path, text);
		const uri = this.uri(path);
		const kind = this.#kinds.kindOf(uri, text);
		if (kind !== undefined) {
			this.set(uri, text, kind);
		} else if (this.#skipOtherFiles) {
			this.delete(uri);
		} else {
			throw new Error(`${path} is not a document of the log`);
		}
	}

	/** Removes a file. */
	remove(path: string): void {
		this.#files.delete(path);
		this.delete(this.uri(path));
	}
}

function configurationIn(root: string, text: string | undefined): Configuration {
	if (text === undefined) {
		return DEFAULT_CONFIGURATION;
	}
	const uri = `${root}/${CONFIGURATION_FILE}`;
	return readConfiguration(parseDocument({ uri, text, kind: 'configuration', configuration: DEFAULT_CONFIGURATION }));
}
