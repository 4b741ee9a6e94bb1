/** Resolves with the paths of the bundles. */
export declare function buildAll(): Promise<readonly string[]>;
