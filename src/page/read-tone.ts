import type { Tone } from './palette.ts';

/** Text at least this bright can only stand on a dark ground, and text at most this bright on a light one. */
const brightText = 0.5;
const darkText = 0.18;

/**
 * Whether an element's text stands on a light or a dark ground. The text's own colour decides where it is clear,
 * because backgrounds may be images, gradients or a parent's; only for middle greys are they asked.
 */
export function readTone(element: Element): Tone {
  const view = element.ownerDocument.defaultView;
  if (!view) return 'light';
  const style = view.getComputedStyle(element);
  const text = brightnessOf(style.color);
  if (text !== undefined && text.value >= brightText) return 'dark';
  if (text !== undefined && text.value <= darkText) return 'light';
  const ground = readGround(element, view);
  if (ground === undefined) return style.colorScheme === 'dark' ? 'dark' : 'light';
  return ground < (text?.value ?? brightText) ? 'dark' : 'light';
}

function readGround(element: Element, view: Window): number | undefined {
  for (let current: Element | null = element; current; current = parentAcrossRoots(current)) {
    const ground = brightnessOf(view.getComputedStyle(current).backgroundColor);
    // Half-transparent and more lets the ground behind it through: look on.
    if (ground && ground.alpha > 0.5) return ground.value;
  }
  return undefined;
}

function parentAcrossRoots(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/**
 * Relative brightness from 0 to 1 of a computed colour. Computed values keep the space they were written in, so
 * `rgb`, `color(…)`, `lab`, `lch`, `oklab` and `oklch` are all met; an unknown form gives undefined.
 */
export function brightnessOf(color: string): { value: number; alpha: number } | undefined {
  const match = /^([a-z]+)\(([^)]*)\)$/.exec(color.trim());
  if (!match?.[1] || match[2] === undefined) return undefined;
  const parts = match[2].split(/[\s,/]+/).filter((part) => part !== '');
  if (match[1] === 'color') parts.shift();
  const numbers = parts.map(readPart);
  const [first = 0, second = 0, third = 0, alpha = 1] = numbers;
  switch (match[1]) {
    case 'rgb':
    case 'rgba':
      return {
        value: luminance(first / 255, second / 255, third / 255),
        alpha,
      };
    case 'color':
      return { value: luminance(first, second, third), alpha };
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

function readPart(part: string): number {
  const value = Number.parseFloat(part);
  if (Number.isNaN(value)) return 0;
  return part.endsWith('%') ? value / 100 : value;
}

/** WCAG 2 relative luminance. */
function luminance(red: number, green: number, blue: number): number {
  const [r, g, b] = [red, green, blue].map((channel) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  ) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
