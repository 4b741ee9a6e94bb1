/** The paths on the command line, as URIs of the real files and folders. */
export interface NamedPaths {
	readonly files: ReadonlySet<string>;
	/** The named folders, or the working directory if no path was named. */
	readonly folders: readonly string[];
}
