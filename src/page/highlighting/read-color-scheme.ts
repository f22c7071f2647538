import { type ColorScheme, contrastOf } from '../../settings/mark-style/color-arithmetic.ts';
import { cacheWithinTask } from '../dom/cache-within-task.ts';
import { flatParentOf } from '../dom/flat-tree.ts';
import { type Brightness, layOver, readColor, readTextColor } from '../dom/read-color.ts';

/** Text at least this bright needs a dark background, and text at most this bright a light one. */
const brightText = 0.5;
const darkText = 0.18;
/**
 * On a background of this luminance the marks for light and dark backgrounds have equal contrast
 * (`assets/marks.css`).
 */
const schemeThreshold = 0.26;
/**
 * If text has less contrast with its presumed background, the real one is another: a picture, or something
 * behind it.
 */
const minContrast = 2;
/** Fainter text says nothing about its background. */
const minAlpha = 0.2;

/** What an element draws behind its text, and how it draws that text. */
interface Paint {
  readonly parent: Element | null;
  readonly layers: readonly Brightness[];
  /** Whether it has a picture, of unknown brightness. */
  readonly hasPicture: boolean;
  /** Undefined if another element's background shows through the letters. */
  readonly text: Brightness | undefined;
  readonly colorScheme: string;
}

/**
 * Whether the text of an element is on a light or dark background. The background decides if it is known and
 * the text is readable on it; otherwise the text's own colour does, because nobody prints white on white.
 *
 * @param box the text's box in the viewport: a background counts only where it reaches
 */
export function readColorScheme(element: Element, box: DOMRect): ColorScheme {
  const { text, colorScheme } = readPaint(element);
  const background = readBackground(element, box);
  const isClear = text !== undefined && text.alpha >= minAlpha;
  const byText = isClear ? colorSchemeByText(text.value) : undefined;
  if (background === undefined) return byText ?? (colorScheme === 'dark' ? 'dark' : 'light');
  if (byText && contrastOf(layOver(text as Brightness, background), background) < minContrast) return byText;
  return background < schemeThreshold ? 'dark' : 'light';
}

function colorSchemeByText(text: number): ColorScheme | undefined {
  if (text >= brightText) return 'dark';
  return text <= darkText ? 'light' : undefined;
}

/** The luminance of what lies under the box; undefined for a picture. */
function readBackground(element: Element, box: DOMRect): number | undefined {
  const win = element.ownerDocument.defaultView;
  const { body, documentElement: root } = element.ownerDocument;
  const layers: Brightness[] = [];
  for (let current: Element | null = element; current; ) {
    const { parent, layers: own, hasPicture }: Paint = readPaint(current);
    // The backgrounds of root and body cover the whole canvas.
    const reaches =
      own.length === 0 && !hasPicture ? false : current === root || current === body || covers(current, box);
    if (reaches) layers.push(...own);
    if (layers.at(-1)?.alpha === 1) break;
    if (reaches && hasPicture) return undefined;
    current = parent;
  }
  if (layers.at(-1)?.alpha !== 1) {
    // A transparent frame shows the page around it.
    if (!win || win.parent !== win) return undefined;
    layers.push({ value: isDarkCanvas(win, root) ? 0.006 : 1, alpha: 1 });
  }
  return layers.reduceRight((background, layer) => layOver(layer, background), 0);
}

function covers(element: Element, box: DOMRect): boolean {
  const x = (box.left + box.right) / 2;
  const y = (box.top + box.bottom) / 2;
  const own = element.getBoundingClientRect();
  return x >= own.left && x <= own.right && y >= own.top && y <= own.bottom;
}

function isDarkCanvas(win: Window, root: Element): boolean {
  const { colorScheme } = readPaint(root);
  if (!colorScheme.includes('dark')) return false;
  return !colorScheme.includes('light') || win.matchMedia('(prefers-color-scheme: dark)').matches;
}

const readPaint = cacheWithinTask((element: Element): Paint => {
  const style = getComputedStyle(element);
  const parent = flatParentOf(element);
  const isTextPainted = style.backgroundClip.includes('text');
  const isBoxless = style.display === 'contents';
  return {
    parent,
    layers: isTextPainted || isBoxless ? [] : readLayers(style),
    hasPicture:
      !isTextPainted &&
      !isBoxless &&
      /\b(?:url|image-set|element|cross-fade|image)\(/.test(style.backgroundImage),
    text: readTextColor(style),
    colorScheme: style.colorScheme,
  };
});

/** Background layers, topmost first. */
function readLayers(style: CSSStyleDeclaration): Brightness[] {
  const layers: Brightness[] = [];
  const gradient =
    style.backgroundImage.includes('gradient(') && !isLine(style) ? readGradient(style) : undefined;
  if (gradient && gradient.alpha > 0) layers.push(gradient);
  const color = readColor(style.backgroundColor);
  if (color && color.alpha > 0) layers.push(color);
  return layers;
}

/** Links are often underlined by a gradient a few pixels high, which is not a background. */
function isLine({ backgroundRepeat, backgroundSize }: CSSStyleDeclaration): boolean {
  return (
    /no-repeat|repeat-x/.test(backgroundRepeat) && /(?:^|[\s,])\d*(?:\.\d+)?(?:px|em)$/.test(backgroundSize)
  );
}

/** The mean of a gradient's colours. */
function readGradient({ backgroundImage }: CSSStyleDeclaration): Brightness | undefined {
  const colors = [...backgroundImage.matchAll(/\b(?:rgba?|color|lab|lch|oklab|oklch)\([^()]*\)/g)]
    .map(([color]) => readColor(color))
    .filter((color) => color !== undefined);
  const alpha = colors.reduce((sum, color) => sum + color.alpha, 0);
  if (alpha === 0) return undefined;
  const value = colors.reduce((sum, color) => sum + color.value * color.alpha, 0) / alpha;
  return { value, alpha: alpha / colors.length };
}
