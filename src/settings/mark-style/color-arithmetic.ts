/** The scheme of a mark's background: dark text on light, or light text on dark. */
export type ColorScheme = 'light' | 'dark';

/** OKLCH hues of the slots that `assets/marks.css` defines, in degrees and in its order; the slot after the last is grey. */
export const slotHues = [25, 60, 105, 150, 195, 245, 290, 340] as const;

/** sRGB, each 0 to 1, as encoded. */
export type Rgb = readonly [number, number, number];

/** A colour written `#1a6fb0`; black for anything else. */
export function readHex(color: string): Rgb {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
  const channel = (group: number) => Number.parseInt(match?.[group] ?? '0', 16) / 255;
  return [channel(1), channel(2), channel(3)];
}

/** The light of one channel of sRGB, 0 to 1. */
export function toLight(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

/** Relative luminance of WCAG 2.2, from 0 (black) to 1 (white). */
export function luminanceOf([red, green, blue]: Rgb): number {
  return 0.2126 * toLight(red) + 0.7152 * toLight(green) + 0.0722 * toLight(blue);
}

/** Contrast ratio of WCAG 2.2 between two luminances, from 1 to 21. */
export function contrastOf(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}
