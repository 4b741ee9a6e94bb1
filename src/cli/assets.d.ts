declare module '*.wasm' {
	const bytes: Uint8Array;
	export default bytes;
}
declare module '*.ttf' {
	const bytes: Uint8Array;
	export default bytes;
}
declare module '@joplin/turndown-plugin-gfm' {
	export const tables: import('turndown').Plugin;
}
