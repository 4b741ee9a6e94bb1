import type { Metafile, Plugin } from 'esbuild';

export declare const validatorsPlugin: Plugin;
export declare function writeValidators(): Promise<Metafile>;
