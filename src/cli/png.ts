import { initWasm, Resvg } from '@resvg/resvg-wasm';
import wasm from '@resvg/resvg-wasm/index_bg.wasm';
import regular from 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf';
import bold from 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf';

/** Pixels of the image for each unit of the picture. */
const ZOOM = 2;

/** Renders an SVG picture as PNG, with the bundled font: the same bytes on every machine. Can be called once. */
export async function renderPng(picture: string): Promise<Uint8Array> {
	await initWasm(wasm);
	const renderer = new Resvg(picture, {
		fitTo: { mode: 'zoom', value: ZOOM },
		font: { fontBuffers: [regular, bold], defaultFontFamily: 'DejaVu Sans' },
	});
	return renderer.render().asPng();
}
