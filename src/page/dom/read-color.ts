import { luminanceOf } from '../../settings/mark-style/color-arithmetic.ts';

/** What decides whether a colour is visible on a background. */
export interface Brightness {
  /** WCAG 2 relative luminance, from 0 (black) to 1 (white). */
  readonly value: number;
  /** From 0 (transparent) to 1 (opaque). */
  readonly alpha: number;
}

/**
 * The brightness of a computed colour. Computed values keep their colour space, so `rgb`, `color(…)`, `lab`,
 * `lch`, `oklab` and `oklch` all occur; an unknown form gives undefined.
 */
export function readColor(color: string): Brightness | undefined {
  const match = /^([a-z]+)\(([^)]*)\)$/.exec(color.trim());
  if (!match?.[1] || match[2] === undefined) return undefined;
  const parts = match[2].split(/[\s,/]+/).filter((part) => part !== '');
  if (match[1] === 'color') parts.shift();
  const numbers = parts.map(readPart);
  const [first = 0, second = 0, third = 0, alpha = 1] = numbers;
  switch (match[1]) {
    case 'rgb':
    case 'rgba':
      return { value: luminanceOf([first / 255, second / 255, third / 255]), alpha };
    case 'color':
      return { value: luminanceOf([first, second, third]), alpha };
    case 'lab':
    case 'lch':
      return { value: (first / 100) ** 3, alpha };
    case 'oklab':
    case 'oklch':
      return { value: first ** 3, alpha };
    default:
      return undefined;
  }
}

/** The brightness with which letters are filled. */
export function readTextColor(style: CSSStyleDeclaration): Brightness | undefined {
  return readColor(style.getPropertyValue('-webkit-text-fill-color') || style.color);
}

/** The luminance of `upper` over an opaque background. */
export function layOver(upper: Brightness, background: number): number {
  // Browsers mix the encoded values, not linear light.
  const mixed = upper.alpha * encode(upper.value) + (1 - upper.alpha) * encode(background);
  return mixed ** encodingPower;
}

const encodingPower = 2.2;
const encode = (value: number) => Math.max(0, value) ** (1 / encodingPower);

function readPart(part: string): number {
  const value = Number.parseFloat(part);
  if (Number.isNaN(value)) return 0;
  return part.endsWith('%') ? value / 100 : value;
}
