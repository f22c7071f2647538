import type { MarkStyle } from '../settings.ts';
import { type ColorScheme, contrastOf, luminanceOf, type Rgb, readHex } from './color-arithmetic.ts';
import { type OklchColor, resolveStyles } from './mark-style-sheet.ts';

/** WCAG 2.2 minimum contrast of a mark against its background (1.4.11) and of running text (1.4.3). */
export const minMarkContrast = 3;
export const minTextContrast = 4.5;

/** The backgrounds of most pages, with their text colours. */
export const pageBackgrounds = {
  light: { background: '#ffffff', text: '#1b1d21' },
  dark: { background: '#121212', text: '#e8e9ec' },
} as const satisfies Record<ColorScheme, { background: string; text: string }>;

interface MarkContrast {
  /** Of the line, or of the fill if there is no line, against the page's background. */
  readonly mark: number;
  /** Of the page's text on the mark's own background. */
  readonly text: number;
}

/**
 * The lowest contrast ratios (1 to 21) of any mark in `style` on a page.
 * @param background colour of the page, written `#1a6fb0`, like `text`, its text colour
 */
export function measureMarkContrast(
  style: MarkStyle,
  background: string,
  text: string,
  colorScheme: ColorScheme = colorSchemeOn(background),
): MarkContrast {
  const page = readHex(background);
  const pageText = readHex(text);
  let mark = 21;
  let onMark = 21;
  for (const resolved of resolveStyles(style, colorScheme)) {
    const under = layOver(resolved.background, page);
    const shown = resolved.line === null ? under : layOver(resolved.line.color, under);
    const letters = resolved.text === null ? pageText : layOver(resolved.text, under);
    mark = Math.min(mark, contrastOfColors(shown, page));
    onMark = Math.min(onMark, contrastOfColors(letters, under));
  }
  return { mark, text: onMark };
}

/** `dark` if white text has more contrast than black on a background. */
export function colorSchemeOn(background: string): ColorScheme {
  const luminance = luminanceOf(readHex(background));
  return contrastOf(luminance, 1) > contrastOf(luminance, 0) ? 'dark' : 'light';
}

function contrastOfColors(one: Rgb, other: Rgb): number {
  return contrastOf(luminanceOf(one), luminanceOf(other));
}

/** Browsers blend encoded sRGB values, not linear light. */
function layOver(color: OklchColor, [red, green, blue]: Rgb): Rgb {
  const [r, g, b] = toRgb(color);
  const mix = (over: number, under: number) => over * color.alpha + under * (1 - color.alpha);
  return [mix(r, red), mix(g, green), mix(b, blue)];
}

/** OKLCH to sRGB (Ottosson, "A perceptual color space for image processing", 2020), clipped to the sRGB gamut. */
function toRgb({ lightness, chroma, hue }: OklchColor): Rgb {
  const angle = (hue * Math.PI) / 180;
  const a = chroma * Math.cos(angle);
  const b = chroma * Math.sin(angle);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    encode(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    encode(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    encode(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

function encode(light: number): number {
  const cut = Math.min(1, Math.max(0, light));
  return cut <= 0.0031308 ? 12.92 * cut : 1.055 * cut ** (1 / 2.4) - 0.055;
}
