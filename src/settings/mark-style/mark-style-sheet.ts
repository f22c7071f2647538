import type { MarkStyle } from '../settings.ts';
import { type ColorScheme, slotHues } from './color-arithmetic.ts';

/**
 * The looks of marks. Those without a topic's colour are in `assets/marks.css`, too, whose comments say where the
 * numbers come from; a test holds the two together.
 */
const definitions: readonly StyleDefinition[] = [
  ...slotHues.map((hue, slot) => ({
    name: String(slot),
    hue,
    isGrey: false,
    ownLine: null,
    varied: slot % 2 === 0 ? ('dotted' as const) : ('dashed' as const),
  })),
  { name: String(slotHues.length), hue: 0, isGrey: true, ownLine: null, varied: 'dotted' },
  // The lines of quotations carry meaning (two: known; thick dashes: kept by the reader; wavy: altered), so the reader cannot
  // change them.
  { name: 'trace', hue: 245, isGrey: false, ownLine: 'double', varied: 'dotted' },
  { name: 'kept', hue: 160, isGrey: false, ownLine: 'dashed', ownScale: 2, varied: 'dotted' },
  { name: 'altered', hue: 60, isGrey: false, ownLine: 'wavy', varied: 'dotted' },
];

interface StyleDefinition {
  readonly name: string;
  readonly hue: number;
  readonly isGrey: boolean;
  /** The line that this style has whatever the reader chose. */
  readonly ownLine: 'double' | 'wavy' | 'dashed' | null;
  /** How many times as thick its line is as others of its kind, which the reader may choose for names. */
  readonly ownScale?: number;
  readonly varied: 'dotted' | 'dashed';
}

/** A colour in OKLCH: lightness 0 to 1, chroma, hue in degrees; opacity 0 to 1. */
export interface OklchColor {
  readonly lightness: number;
  readonly chroma: number;
  readonly hue: number;
  readonly alpha: number;
}

/** How one style is drawn: the line is null if the mark is filled in instead. */
export interface ResolvedStyle {
  readonly name: string;
  readonly line: { readonly style: string; readonly widthPx: number; readonly color: OklchColor } | null;
  readonly background: OklchColor;
  /** Set only for a filled-in mark: the page's own text colour is unknown. */
  readonly text: OklchColor | null;
}

const lineWidthsPx = { dotted: 1.5, dashed: 1, solid: 1, double: 1, wavy: 1 } as const;
// Dots are wider than other lines are thick. Beyond twice the width a line begins to crowd the text above it.
const boldWidthsPx = { dotted: 2.5, dashed: 2, solid: 2, double: 2, wavy: 1.5 } as const;
const lineAlphas = { soft: 0.5, fine: 0.9, bold: 1 } as const;
const tintAlphas = {
  light: { none: 0, faint: 0.07, strong: 0.2 },
  dark: { none: 0, faint: 0.13, strong: 0.28 },
} as const;
const inkOf = { light: { lightness: 0.48, chroma: 0.12 }, dark: { lightness: 0.82, chroma: 0.1 } } as const;
// A fill is the only mark without a line, so its lightness alone must make it visible: at least 3 : 1 against white and
// #121212 (WCAG 2.2, 1.4.11), with text on it at 4.5 : 1 or more.
const fillOf = { light: { lightness: 0.64, chroma: 0.1 }, dark: { lightness: 0.53, chroma: 0.1 } } as const;
const textOnFill = { light: 0, dark: 1 } as const;

/** All styles that marks have with the reader's choices, for a light or dark background. */
export function resolveStyles(style: MarkStyle, colorScheme: ColorScheme): readonly ResolvedStyle[] {
  return definitions
    .filter((definition) => style.usesTopicColors || isGeneral(definition))
    .map((definition) => resolveStyle(definition, style, colorScheme));
}

/** Whether it is in `assets/marks.css`: the neutral look of mentions, and those of quotations. */
function isGeneral({ isGrey, ownLine }: StyleDefinition): boolean {
  return isGrey || ownLine !== null;
}

function resolveStyle(
  { name, hue, isGrey, ownLine, ownScale = 1, varied }: StyleDefinition,
  style: MarkStyle,
  colorScheme: ColorScheme,
): ResolvedStyle {
  const colored = ({ lightness, chroma }: { lightness: number; chroma: number }, alpha: number) => ({
    lightness,
    chroma: isGrey ? 0 : chroma,
    hue,
    alpha,
  });
  if (style.line === 'none' && ownLine === null) {
    return {
      name,
      line: null,
      background: colored(fillOf[colorScheme], 1),
      text: { lightness: textOnFill[colorScheme], chroma: 0, hue: 0, alpha: 1 },
    };
  }
  const chosen = style.line === 'none' || style.line === 'varied' ? varied : style.line;
  const line = ownLine ?? chosen;
  const widthPx = ownScale * (style.weight === 'bold' ? boldWidthsPx : lineWidthsPx)[line];
  return {
    name,
    line: { style: line, widthPx, color: colored(inkOf[colorScheme], lineAlphas[style.weight]) },
    background: colored(inkOf[colorScheme], tintAlphas[colorScheme][style.tint]),
    text: null,
  };
}

/**
 * The style sheet that applies the reader's style on top of `assets/marks.css`. Contains only numbers and words of this
 * file: no stored or received text gets into it. `:not(#…)` raises the specificity, so that it wins in either order.
 */
export function makeMarkStyleSheet(style: MarkStyle): string {
  const colorSchemes = ['light', 'dark'] as const;
  const rules = colorSchemes.flatMap((colorScheme) =>
    resolveStyles(style, colorScheme).map((resolved) => {
      const name = `${resolved.name}-${colorScheme}`;
      return `${selectMarks(name)}{${declare(resolved)}}${style.tint === 'none' ? '' : untintHeadings(name, resolved)}`;
    }),
  );
  return `@media screen and (forced-colors: none){${rules.join('')}}${style.usesTopicColors ? forceColors() : ''}`;
}

function selectMarks(name: string): string {
  return `:not(#sidelight-none)::highlight(sidelight-${name}),sidelight-mark:not(#sidelight-none).sidelight-${name}`;
}

const headings = ':is(h1,h2,h3,h4,h5,h6,[role="heading"])';

/** A heading stands out enough. The element itself and what is in it: not every browser hands highlights down. */
function untintHeadings(name: string, { line }: ResolvedStyle): string {
  // A fill is the whole mark.
  if (line === null) return '';
  const within = [headings, `${headings} *`].map(
    (element) => `${element}:not(#sidelight-none)::highlight(sidelight-${name})`,
  );
  const elements = `${headings} sidelight-mark:not(#sidelight-none).sidelight-${name}`;
  return `${within},${elements}{background-color:transparent!important}`;
}

/** With forced colours the file leaves all to the system, but knows no topics' colours. */
function forceColors(): string {
  const names = definitions.filter((definition) => !isGeneral(definition)).map(({ name }) => name);
  const selectors = names.flatMap((name) => [`${name}-light`, `${name}-dark`]).map(selectMarks);
  const declarations =
    'background-color:transparent!important;text-decoration:underline dotted 2px CanvasText!important';
  return `@media screen and (forced-colors: active){${selectors}{${declarations}}}`;
}

function declare({ line, background, text }: ResolvedStyle): string {
  const decoration =
    line === null ? 'none' : `underline ${line.style} ${line.widthPx}px ${writeColor(line.color)}`;
  return [
    `background-color:${writeColor(background)}!important`,
    `text-decoration:${decoration}!important`,
    ...(text === null ? [] : [`color:${writeColor(text)}!important`]),
  ].join(';');
}

function writeColor({ lightness, chroma, hue, alpha }: OklchColor): string {
  return `oklch(${lightness} ${chroma} ${hue} / ${alpha})`;
}
