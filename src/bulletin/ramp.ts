/**
 * The colours of the impact levels: one ramp in OKLCH, whose lightness falls evenly from the least level to the worst. It is
 * monotone in luminance, so that it keeps its order in print, in shades of grey and for colour-blind readers.
 */

/** Number of steps of the ramp. Twelfths contain halves, thirds and quarters: up to five levels are evenly spaced. */
export const SHADES = 13;

/** The lightness of both ends of a ramp, the chroma of its lightest end, and the growth of the chroma. */
export interface Ramp {
	readonly lightest: number;
	readonly darkest: number;
	readonly palest: number;
	readonly growth: number;
}

export const LIGHT_RAMP: Ramp = { lightest: 0.985, darkest: 0.29, palest: 0.03, growth: 0.1 };
/** For dark themes, on a strip that is darker than that of light ones. */
export const DARK_RAMP: Ramp = { lightest: 0.955, darkest: 0.21, palest: 0.006, growth: 0.12 };
/** For high contrast. */
export const GREY_RAMP: Ramp = { lightest: 1, darkest: 0.25, palest: 0, growth: 0 };

/** Returns the step of a level: the least is the lightest, the worst the darkest, the others evenly between. */
export function shadeOf(rank: number, levelCount: number): number {
	return levelCount < 2 ? SHADES - 1 : Math.round((rank * (SHADES - 1)) / (levelCount - 1));
}

/** Returns the colours of all steps of a ramp, lightest first, as `#rrggbb`. */
export function shadesOf({ lightest, darkest, palest, growth }: Ramp): readonly string[] {
	return Array.from({ length: SHADES }, (_, shade) => {
		const t = shade / (SHADES - 1);
		const chroma = palest + growth * t ** 0.7 * (1.25 - 0.35 * t);
		return hexOf(lightest - t * (lightest - darkest), chroma, 72 - 50 * t);
	});
}

/** Converts a colour in OKLCH to sRGB. Reduces the chroma of colours outside of sRGB. `hue` in degrees. */
function hexOf(lightness: number, chroma: number, hue: number): string {
	let reduced = chroma;
	let channels = linearRgb(lightness, reduced, hue);
	while (reduced > 0 && channels.some(channel => channel < -1e-4 || channel > 1 + 1e-4)) {
		reduced = Math.max(0, reduced - 0.002);
		channels = linearRgb(lightness, reduced, hue);
	}
	return `#${channels.map(channel => byteOf(channel).toString(16).padStart(2, '0')).join('')}`;
}

/** The matrices of OKLab (Björn Ottosson, 2020). */
function linearRgb(lightness: number, chroma: number, hue: number): readonly number[] {
	const angle = (hue * Math.PI) / 180;
	const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)];
	const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
	const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
	const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
	return [
		4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
		-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
		-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
	];
}

/** Applies the transfer function of sRGB. */
function byteOf(linear: number): number {
	const clamped = Math.min(1, Math.max(0, linear));
	const encoded = clamped <= 0.0031308 ? 12.92 * clamped : 1.055 * clamped ** (1 / 2.4) - 0.055;
	return Math.round(encoded * 255);
}
