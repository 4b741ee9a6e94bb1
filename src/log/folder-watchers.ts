import type { Disposable, Environment, FileChange } from './environment.ts';

/** Watches a changing set of folders. */
export class FolderWatchers {
	readonly #environment: Environment;
	readonly #onChange: (folder: string, changes: readonly FileChange[]) => void;
	readonly #watchers = new Map<string, Disposable>();

	constructor(environment: Environment, onChange: (folder: string, changes: readonly FileChange[]) => void) {
		this.#environment = environment;
		this.#onChange = onChange;
	}

	/** Watches these folders and no others. */
	set(folders: ReadonlySet<string>): void {
		for (const [folder, watcher] of this.#watchers) {
			if (!folders.has(folder)) {
				watcher.dispose();
				this.#watchers.delete(folder);
			}
		}
		for (const folder of folders) {
			if (!this.#watchers.has(folder)) {
				this.#watchers.set(
					folder,
					this.#environment.watch(folder, changes => this.#onChange(folder, changes)),
				);
			}
		}
	}
}
