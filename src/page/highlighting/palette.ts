import { type ColorScheme, readHex, slotHues, toLight } from '../../settings/mark-style/color-arithmetic.ts';

/**
 * The marks' colours as slots of one palette. A highlight's style is looked up by its registered name, and a page's
 * styles cannot be changed for each topic without touching the page: so a topic's colour chooses the nearest of the
 * slots that `assets/marks.css` defines.
 */

// A number rather than the list's length, so that the script of every page contains only the number.
const greySlot: (typeof slotHues)['length'] = 8;
const slotCount = greySlot + 1;
/** Chooses the grey slot: the colour of all mentions, unless the reader prefers those of topics. */
export const neutralColor = '#808080';

/** Below this OKLCH chroma a colour looks grey, whatever its hue (about 3 % saturation). */
const greyChroma = 0.025;

/**
 * The styles besides the slots: a known statement, one that only articles kept by the reader print, and one whose words
 * differ where it matters.
 */
export type QuoteMatchStyle = 'trace' | 'kept' | 'altered';

/** The slot for a topic's colour, in the form `#1a6fb0`; grey for anything else. */
export function slotOfColor(color: string): number {
  const { hue, chroma } = toHueAndChroma(color);
  if (!(chroma >= greyChroma)) return greySlot;
  let nearest = 0;
  let nearestDistance = Number.POSITIVE_INFINITY;
  for (const [slot, slotHue] of slotHues.entries()) {
    const apart = Math.abs(slotHue - hue);
    const distance = Math.min(apart, 360 - apart);
    if (distance < nearestDistance) {
      nearest = slot;
      nearestDistance = distance;
    }
  }
  return nearest;
}

/** The name of a style, from which a document derives its own name for a highlight or a class. */
export function styleNameOf(style: number | QuoteMatchStyle, colorScheme: ColorScheme): string {
  const slot = typeof style === 'number' && !(style >= 0 && style < slotCount) ? greySlot : style;
  return `${slot}-${colorScheme}`;
}

export function listStyleNames(): string[] {
  const styles = [...Array(slotCount).keys(), 'trace' as const, 'kept' as const, 'altered' as const];
  return styles.flatMap((style) => [styleNameOf(style, 'light'), styleNameOf(style, 'dark')]);
}

/** sRGB to OKLab's hue and chroma (Ottosson, "A perceptual color space for image processing", 2020). */
function toHueAndChroma(color: string): { hue: number; chroma: number } {
  const [red, green, blue] = readHex(color).map(toLight) as [number, number, number];
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return {
    hue: ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360,
    chroma: Math.hypot(a, b),
  };
}
