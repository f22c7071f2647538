import { useLayoutEffect } from 'preact/hooks';
import { packStyles } from './pack-styles.ts';
import { baseStyles, colorSchemeOf, type Theme, tokens, topicTokens } from './tokens.ts';

/** Gives a page of the extension its styles and the reader's theme. As objects, because its policy allows no inline styles. */
export function useFaceStyles(styles: string, theme: Theme): void {
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
  body { margin: 0; background: var(--surface); color: var(--ink); font: 400 var(--text-body) / var(--line-body) var(--font); accent-color: var(--focus); }
  .hint { color: var(--ink-soft); font-size: var(--text-small); }
  .problem:not(:empty), .field-problem:not(:empty) { padding: var(--space-2) var(--space-3); background: var(--caution-tint); color: var(--caution); border-radius: var(--radius-small); font-size: var(--text-small); }
  button { padding: 6px 12px; border: 1px solid var(--line-strong); border-radius: var(--radius-small); background: var(--surface); }
  button:hover { background: var(--surface-tint); }
  .icon { display: inline-grid; place-items: center; width: 34px; height: 34px; padding: 0; border-color: transparent; background: none; color: var(--ink-soft); }
  .icon:hover { color: var(--ink); }

  .switch { display: grid; grid-template-columns: auto 1fr; align-items: center; column-gap: var(--space-3); padding: var(--space-1) 0; }
  .switch .hint { grid-column: 2; }
  input[role='switch'] {
    appearance: none; flex: none; position: relative; width: 38px; height: 22px; margin: 0; cursor: pointer;
    border: 1px solid var(--line-strong); border-radius: var(--radius-pill); background: var(--surface-tint); transition: background var(--motion), border-color var(--motion);
  }
  input[role='switch']::after {
    content: ''; position: absolute; inset-block: 3px auto; inset-inline: 3px auto; width: 14px; height: 14px; border-radius: var(--radius-round);
    background: var(--line-strong); transition: inset-inline-start var(--motion), background var(--motion);
  }
  input[role='switch']:checked { background: var(--switch-on); border-color: var(--switch-on); }
  input[role='switch']:checked::after { inset-inline-start: 19px; background: var(--surface); }
  input[role='switch']:focus-visible { border-radius: var(--radius-pill); }
  input[role='switch']:disabled { opacity: 0.5; cursor: default; }
  @media (forced-colors: active) {
    input[role='switch'] { forced-color-adjust: none; background: Canvas; border-color: CanvasText; }
    input[role='switch']::after { background: CanvasText; }
    input[role='switch']:checked { background: Highlight; border-color: Highlight; }
    input[role='switch']:checked::after { background: HighlightText; }
  }
`;

export const optionsStyles = `
  ${packStyles}
  main { max-width: 42rem; margin: 0 auto; padding: var(--space-6) var(--space-4) 6rem; }
  h1 { font: 650 var(--text-display) / var(--line-tight) var(--font); letter-spacing: -0.015em; }
  .intro { margin: var(--space-2) 0 var(--space-5); color: var(--ink-soft); max-width: 60ch; text-wrap: pretty; }
  section, .main-switch { border: 1px solid var(--line); border-radius: var(--radius); padding: var(--space-4) var(--space-5); scroll-margin-top: var(--space-4); }
  .main-switch { padding-block: var(--space-3); background: var(--surface-tint); }
  .main-switch label { font-weight: 600; }
  section { margin-top: var(--space-4); padding-block: var(--space-4) var(--space-5); }
  h2 { font: 650 var(--text-heading) / var(--line-tight) var(--font); }
  h2 + .hint { margin-top: 2px; }
  fieldset { margin-top: var(--space-3); }
  legend { padding: 0; font-weight: 600; font-size: var(--text-small); color: var(--ink-soft); margin-bottom: var(--space-1); }
  .topics { display: grid; }
  .topic { border-top: 1px solid var(--line); padding: var(--space-1) 0; }
  .topic .switch { grid-template-columns: auto 1fr auto; }
  .topic .switch .hint { grid-column: auto; font-variant-numeric: tabular-nums; }
  .topic label { border-inline-start: 4px solid var(--topic-ink); padding-inline-start: var(--space-2); line-height: 1.3; }
  .choice label { display: flex; gap: var(--space-2); align-items: baseline; padding: 3px 0; cursor: pointer; }
  .choice input { flex: none; margin: 0; translate: 0 2px; width: 16px; height: 16px; }
  .choice + .choice, .hover + .choice { margin-top: var(--space-4); }
  .language { margin-top: var(--space-4); }
  .language label { display: block; margin-bottom: var(--space-1); font-weight: 600; font-size: var(--text-small); color: var(--ink-soft); }
  select { max-width: 100%; padding: 6px 10px; background: var(--surface); border: 1px solid var(--line-strong); border-radius: var(--radius-small); }
  .hover { margin-top: var(--space-2); }
  .add-site { margin-top: var(--space-4); }
  .add-site label, .delays label { display: block; font-size: var(--text-small); font-weight: 600; color: var(--ink-soft); }
  .row { display: flex; gap: var(--space-2); margin: var(--space-1) 0; }
  input[type='text'], input[type='number'] { min-width: 0; padding: 6px 10px; background: var(--surface); border: 1px solid var(--line-strong); border-radius: var(--radius-small); }
  input[type='text'] { flex: 1; }
  input[aria-invalid='true'] { border-color: var(--caution); }
  input:disabled { color: var(--ink-soft); }
  .field-problem { margin-top: var(--space-2); }
  .delays { display: flex; flex-wrap: wrap; gap: var(--space-4); margin-block-start: var(--space-2); margin-inline-start: 50px; }
  .delays input { width: 7em; margin-top: 2px; }
  .listed { margin-top: var(--space-3); border-top: 1px solid var(--line); }
  .listed li { display: flex; align-items: center; justify-content: space-between; gap: var(--space-3); padding: var(--space-1) 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
  .reset { margin-top: var(--space-5); }
  .outcome:not(:empty) { position: fixed; inset-block: auto var(--space-4); inset-inline: 0; width: fit-content; margin-inline: auto; max-width: calc(100vw - 32px); padding: var(--space-2) var(--space-4); background: var(--ink); color: var(--surface); border-radius: var(--radius-pill); font-size: var(--text-small); box-shadow: var(--shadow); }
  .outcome.problem:not(:empty) { background: var(--caution-tint); color: var(--caution); border: 1px solid currentcolor; border-radius: var(--radius-small); }
  main > .problem[role='alert'] { margin-bottom: var(--space-4); }
`;
