import { cacheWithinTask } from './cache-within-task.ts';
import { type Box, boxOfClip, boxOfClipPath } from './clip-boxes.ts';
import { flatParentOf } from './flat-tree.ts';
import { readColor, readTextColor } from './read-color.ts';

/** Whether overflowing content is drawn, clipped, or can be scrolled to. */
export type Overflow = 'visible' | 'cut' | 'scrolled';

/** How an element affects the visibility of the text in it. */
export interface ElementLayout {
  readonly parent: Element | null;
  /** `display: contents`: the element has no box, so only inherited properties take effect. */
  readonly isBoxless: boolean;
  readonly position: string;
  /**
   * Whether the element is the containing block of, and clips, absolutely positioned descendants; and fixed
   * ones.
   */
  readonly containsAbsolute: boolean;
  readonly containsFixed: boolean;
  /** Whether it is in the top layer, where no ancestor clips it or makes it transparent. */
  readonly isOnTop: boolean;
  /** Also 0 for what is too blurred to read. */
  readonly opacity: number;
  readonly overflowX: Overflow;
  readonly overflowY: Overflow;
  /** What `clip` and `clip-path` leave of it. */
  readonly shape: Box | undefined;
}

export const layoutOf = cacheWithinTask((element: Element): ElementLayout => {
  const style = getComputedStyle(element);
  const { display, position } = style;
  const isBoxless = display === 'contents';
  const containsFixed = !isBoxless && isContainingBlock(style);
  const canClip = !isBoxless && display !== 'inline' && !/^(?:table-(?!cell)|ruby)/.test(display);
  const cutsAll = canClip && (isPaintContained(style.contain) || style.contentVisibility === 'auto');
  return {
    parent: flatParentOf(element),
    isBoxless,
    position: isBoxless ? 'static' : position,
    containsAbsolute: containsFixed || (!isBoxless && position !== 'static'),
    containsFixed,
    isOnTop: element.matches(':modal,:popover-open,:fullscreen'),
    opacity: isBoxless ? 1 : Number(style.opacity) * filterOpacity(style.filter),
    overflowX: cutsAll ? 'cut' : canClip ? overflowOf(style.overflowX) : 'visible',
    overflowY: cutsAll ? 'cut' : canClip ? overflowOf(style.overflowY) : 'visible',
    shape: isBoxless ? undefined : readShape(element, style),
  };
});

/** Text drawn with less than this alpha is invisible. */
export const minAlpha = 0.1;

/** How an element draws the text directly in it. */
export interface TextRendering {
  /** Whether it is laid out and not `visibility: hidden`. */
  readonly isDisplayed: boolean;
  /** Laid out only near the viewport (`content-visibility: auto`). Until then its boxes, if any, mean nothing. */
  readonly isDeferred: boolean;
  /** How much of the letters is drawn, from 0 to 1. */
  readonly alpha: number;
}

export const textRenderingOf = cacheWithinTask((element: Element): TextRendering => {
  const style = getComputedStyle(element);
  let boxed: Element | null = element;
  while (boxed && layoutOf(boxed).isBoxless) boxed = layoutOf(boxed).parent;
  // `checkVisibility` does not cover an element's own contents. Inline boxes cannot skip theirs.
  const skips =
    boxed && getComputedStyle(boxed).display !== 'inline' && getComputedStyle(boxed).contentVisibility;
  const isDisplayed =
    style.visibility === 'visible' && boxed !== null && boxed.checkVisibility() && skips !== 'hidden';
  return {
    isDisplayed,
    isDeferred: isDisplayed && (skips === 'auto' || !boxed?.checkVisibility({ contentVisibilityAuto: true })),
    alpha: isDisplayed ? readTextAlpha(element, style) : 0,
  };
});

/** Elements whose boxes change when the text in an element becomes displayed or hidden. */
export interface ObservableBoxes {
  /** The nearest that has a box when it is displayed. */
  readonly own: Element;
  /** The nearest that is not inline: only these have a size for observers. */
  readonly block: Element;
}

export const boxesAround = cacheWithinTask((element: Element): ObservableBoxes => {
  const own = nearest(element, /^contents$/);
  return { own, block: nearest(own, /^(?:contents|inline)$/) };
});

/** The nearest element whose `display` is a different one. */
function nearest(element: Element, passed: RegExp): Element {
  let current = element;
  while (passed.test(getComputedStyle(current).display)) {
    const parent = flatParentOf(current);
    if (!parent) break;
    current = parent;
  }
  return current;
}

/** Text drawn by a shadow with more blur is unreadable. */
const maxBlurPx = 3;

function readTextAlpha(element: Element, style: CSSStyleDeclaration): number {
  const fill = readTextColor(style)?.alpha ?? 1;
  if (fill > 0.5) return fill;
  const strokeWidth = Number.parseFloat(style.getPropertyValue('-webkit-text-stroke-width'));
  if (strokeWidth > 0) {
    const stroke = readColor(style.getPropertyValue('-webkit-text-stroke-color'))?.alpha ?? 1;
    if (stroke > fill) return stroke;
  }
  const shadow = /^([a-z]+\([^)]*\)) \S+ \S+ ([\d.]+)px/.exec(style.textShadow);
  if (shadow?.[1] && Number(shadow[2]) <= maxBlurPx) {
    return Math.max(fill, readColor(shadow[1])?.alpha ?? 1);
  }
  return isPaintedByBackground(element) ? 1 : fill;
}

/**
 * `background-clip: text`: the background is drawn in the shape of the letters, including those of
 * descendants.
 */
function isPaintedByBackground(element: Element): boolean {
  for (let current: Element | null = element; current; current = layoutOf(current).parent) {
    const style = getComputedStyle(current);
    if (!style.backgroundClip.includes('text')) continue;
    return style.backgroundImage !== 'none' || (readColor(style.backgroundColor)?.alpha ?? 1) > 0;
  }
  return false;
}

function isContainingBlock(style: CSSStyleDeclaration): boolean {
  return (
    [style.transform, style.translate, style.rotate, style.scale, style.perspective, style.filter].some(
      (value) => value !== undefined && value !== '' && value !== 'none',
    ) ||
    (style.backdropFilter ?? 'none') !== 'none' ||
    isPaintContained(style.contain) ||
    /layout/.test(style.contain) ||
    style.contentVisibility === 'auto' ||
    /transform|translate|rotate|scale|perspective|filter/.test(style.willChange)
  );
}

function isPaintContained(contain: string): boolean {
  return /paint|strict|content/.test(contain);
}

function overflowOf(value: string): Overflow {
  if (value === 'visible') return 'visible';
  return value === 'auto' || value === 'scroll' ? 'scrolled' : 'cut';
}

/** Text blurred by more is unreadable. */
const maxFilterBlurPx = 4;

function filterOpacity(filter: string): number {
  if (filter === 'none' || filter === '') return 1;
  const blur = /blur\(([\d.]+)px\)/.exec(filter);
  if (Number(blur?.[1] ?? 0) > maxFilterBlurPx) return 0;
  const opacity = /opacity\(([\d.]+)(%?)\)/.exec(filter);
  if (!opacity) return 1;
  return Number(opacity[1]) / (opacity[2] === '%' ? 100 : 1);
}

function readShape(element: Element, style: CSSStyleDeclaration): Box | undefined {
  if (style.clipPath !== 'none') {
    const shape = boxOfClipPath(style.clipPath, element.getBoundingClientRect());
    if (shape) return shape;
  }
  const isClipped = style.clip !== 'auto' && /absolute|fixed/.test(style.position);
  return isClipped ? boxOfClip(style.clip, element.getBoundingClientRect()) : undefined;
}
