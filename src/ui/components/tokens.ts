import type { Settings } from '../../settings/settings.ts';

/**
 * The topic's colour at a lightness with enough contrast on the surface, whatever the pack specifies. A surface that
 * sets `--topic` on a part of itself must repeat these tokens there: values computed at the root know no topic.
 */
export const topicTokens = `
  --topic-ink: light-dark(oklch(from var(--topic, #4a5a70) 0.46 min(c, 0.16) h), oklch(from var(--topic, #4a5a70) 0.82 min(c, 0.11) h));
  --topic-tint: light-dark(oklch(from var(--topic, #4a5a70) 0.96 min(c, 0.018) h), oklch(from var(--topic, #4a5a70) 0.28 min(c, 0.03) h));
  --topic-line: light-dark(oklch(from var(--topic, #4a5a70) 0.72 min(c, 0.1) h), oklch(from var(--topic, #4a5a70) 0.55 min(c, 0.09) h));
`;

/**
 * Generic families only. A page's `@font-face` reaches into closed shadow roots, too, and one that reused a family
 * named here could draw other words than a quotation has. Also, Chromium on Linux waits for another process for each
 * missing name, at every size and weight, before it draws the first card (docs/performance.md).
 */
export const fontFamilies = { text: 'system-ui, sans-serif', quote: 'serif' } as const;

/**
 * The design tokens of every surface: type, spacing, colour, radius, shadow, motion. `light-dark()` follows
 * `color-scheme`, which is the system's unless the reader chose one. On a page `rem` is the page's own (many set it to
 * 10px), so the card sets `--rem` to the reader's default size. Fonts are the system's, because a font file would add
 * weight to every card. Quotations are in a serif, which tells others' words from ours at a glance.
 */
export const tokens = `
  --font: ${fontFamilies.text};
  --font-quote: ${fontFamilies.quote};
  /* Of a narrow window with much enlarged text a word must not take more than the width. */
  --text-display: min(1.75 * var(--rem, 1rem), 1.1 * var(--rem, 1rem) + 3vw);
  --text-title: calc(1.3125 * var(--rem, 1rem));
  --text-heading: calc(1.125 * var(--rem, 1rem));
  --text-subheading: calc(1 * var(--rem, 1rem));
  --text-quote: calc(1 * var(--rem, 1rem));
  --text-body: calc(0.9375 * var(--rem, 1rem));
  --text-quote-small: calc(0.875 * var(--rem, 1rem));
  --text-small: calc(0.8125 * var(--rem, 1rem));
  --text-label: calc(0.75 * var(--rem, 1rem));
  --text-tiny: calc(0.6875 * var(--rem, 1rem));
  /* Of the text that an icon stands beside, so that it grows with the reader's. */
  --icon: 1.15em;
  --dot: 0.6em;
  --line-tight: 1.25;
  --line-body: 1.5;

  --space-1: 4px;
  --space-2: 8px;
  --space-3: 12px;
  --space-4: 16px;
  --space-5: 24px;
  --space-6: 36px;

  --surface: light-dark(#ffffff, #1a1c20);
  --surface-tint: light-dark(#f5f5f2, #24272d);
  --ink: light-dark(#1b1d21, #e8e9ec);
  --ink-soft: light-dark(#565c66, #a9b0bb);
  --line: light-dark(#e3e3de, #363a42);
  --line-strong: light-dark(#868b94, #767d89);
  --link: light-dark(#1d4f8c, #9cc4f5);
  --caution: light-dark(#7a3d00, #f2b871);
  --caution-tint: light-dark(#fdf1e2, #35291b);
  --found-tint: light-dark(#fff0a8, #57480f);
  --added-tint: light-dark(#dff0e3, #1f3a2a);
  --cut-ink: light-dark(#63676f, #9aa1ac);
  --focus: light-dark(#1659c7, #8fbcff);
  --switch-on: light-dark(#24507c, #9cc4f5);
  /* For a mask: the end of something folded fades out. */
  --fade-out: linear-gradient(#000 60%, transparent);

  ${topicTokens}

  --radius: 12px;
  --radius-small: 6px;
  --radius-tiny: 3px;
  --radius-pill: 99px;
  --radius-round: 50%;
  --shadow: 0 1px 2px rgb(20 22 28 / 0.1), 0 4px 10px rgb(20 22 28 / 0.08), 0 16px 40px rgb(20 22 28 / 0.16);
  /* The pointer has come to rest, and does not only pass. */
  --rest: 300ms;
  --motion: 130ms cubic-bezier(0.2, 0, 0, 1);
`;

/** What every surface shares besides the tokens: the reset of its controls, focus, links. */
export const baseStyles = `
  *, *::before, *::after { box-sizing: border-box; }
  /* Said, because a thin scroll bar keeps a white track on dark in Firefox. */
  * { scrollbar-color: var(--line-strong) transparent; }
  h1, h2, h3, p, ul, ol, dl, dd, figure, blockquote, fieldset { margin: 0; padding: 0; border: 0; min-width: 0; }
  ul, ol { list-style: none; }
  button, input, select { font: inherit; color: inherit; }
  button { cursor: pointer; }
  a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 2px; }
  a:hover { text-decoration-thickness: 2px; }
  :focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: var(--radius-tiny); }
  summary { cursor: pointer; }
  /* A short text of another direction stands where the interface begins; its words keep their own order. */
  :is(h1, h2, .name, .claim-text)[dir='auto'] { text-align: -webkit-match-parent; text-align: match-parent; }
  svg.lucide { flex: none; width: var(--icon); height: var(--icon); }
  /* An arrow that says where to, and not only which way the page goes. */
  svg.directional:dir(rtl) { scale: -1 1; }
  .hidden-visually { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  @media (prefers-reduced-motion: reduce) { *, *::before, *::after { animation: none !important; transition: none !important; scroll-behavior: auto !important; } }
`;

export type Theme = Settings['theme'];

/** The value of `color-scheme` for a theme. */
export function colorSchemeOf(theme: Theme): string {
  return theme === 'auto' ? 'light dark' : theme;
}
