export declare function unsupportedNode(version: string, range: string): string | undefined;
export declare function requireNode(range: string): void;
