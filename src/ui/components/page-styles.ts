import { useLayoutEffect } from 'preact/hooks';
import { baseStyles, colorSchemeOf, type Theme, tokens, topicTokens } from './tokens.ts';

/**
 * Gives a page of the extension its styles and the reader's theme, as style sheet objects: its policy allows no inline
 * styles.
 */
export function useSurfaceStyles(styles: string, theme: Theme): void {
  useLayoutEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(pageStyles + styles);
    document.adoptedStyleSheets = [sheet];
  }, [styles]);
  useLayoutEffect(() => {
    document.documentElement.style.colorScheme = colorSchemeOf(theme);
  }, [theme]);
}

const pageStyles = `
  :root { ${tokens} }
  .topic, li[style] { ${topicTokens} }
  ${baseStyles}
  /* A long compound, or an address, breaks rather than reach out of the window. */
  body { overflow-wrap: anywhere; margin: 0; background: var(--surface); color: var(--ink); font: 400 var(--text-body) / var(--line-body) var(--font); accent-color: var(--focus); }
  .hint { color: var(--ink-soft); font-size: var(--text-small); }
  .problem:not(:empty), .field-problem:not(:empty) { padding: var(--space-2) var(--space-3); background: var(--caution-tint); color: var(--caution); border-radius: var(--radius-small); font-size: var(--text-small); }
  button { padding: 6px 12px; border: 1px solid var(--line-strong); border-radius: var(--radius-small); background: var(--surface); }
  button:hover { background: var(--surface-tint); }
  .icon { display: inline-grid; place-items: center; min-width: 34px; min-height: 34px; padding: 6px; border-color: transparent; background: none; color: var(--ink-soft); }
  .icon:hover { color: var(--ink); }

  .switch { display: grid; grid-template-columns: auto 1fr; align-items: center; column-gap: var(--space-3); padding: var(--space-1) 0; }
  .switch .hint { grid-column: 2; }
  input[role='switch'] {
    appearance: none; flex: none; position: relative; width: 2.375rem; height: 1.375rem; margin: 0; cursor: pointer;
    border: 1px solid var(--line-strong); border-radius: var(--radius-pill); background: var(--surface-tint); transition: background var(--motion), border-color var(--motion);
  }
  input[role='switch']::after {
    content: ''; position: absolute; inset-block: 0.1875rem auto; inset-inline: 0.1875rem auto; width: 0.875rem; height: 0.875rem; border-radius: var(--radius-round);
    background: var(--line-strong); transition: inset-inline-start var(--motion), background var(--motion);
  }
  input[role='switch']:checked { background: var(--switch-on); border-color: var(--switch-on); }
  input[role='switch']:checked::after { inset-inline-start: 1.1875rem; background: var(--surface); }
  input[role='switch']:focus-visible { border-radius: var(--radius-pill); }
  input[role='switch']:disabled { opacity: 0.5; cursor: default; }
  @media (forced-colors: active) {
    input[role='switch'] { forced-color-adjust: none; background: Canvas; border-color: CanvasText; }
    input[role='switch']::after { background: CanvasText; }
    input[role='switch']:checked { background: Highlight; border-color: Highlight; }
    input[role='switch']:focus-visible { outline-color: CanvasText; }
    input[role='switch']:checked::after { background: HighlightText; }
    .problem:not(:empty), .field-problem:not(:empty) { border: 1px solid CanvasText; }
  }
`;
