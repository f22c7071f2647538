import { backupStyles } from './backup/backup-styles.ts';
import { packStyles } from './packs/pack-styles.ts';

/** The options page: one column to read in, its sections' names beside it, or above where there is no room beside. */
export const optionsStyles = `
  ${packStyles}
  html { scroll-padding: var(--space-4) 0 5rem; scroll-behavior: smooth; }
  .options { display: grid; grid-template: auto 1fr / minmax(0, 1fr); max-width: 46rem; margin: 0 auto; padding: var(--space-6) var(--space-4) 7rem; }
  header { max-width: 60ch; }
  h1 { display: flex; align-items: center; gap: var(--space-3); font: 650 var(--text-display) / var(--line-tight) var(--font); letter-spacing: -0.015em; }
  .intro { margin: var(--space-2) 0 var(--space-4); color: var(--ink-soft); text-wrap: pretty; }

  nav ul { display: flex; flex-wrap: wrap; gap: var(--space-1); margin: 0 calc(-1 * var(--space-2)) var(--space-4); }
  nav a { display: block; padding: 5px var(--space-3); border-radius: var(--radius-small); color: var(--ink-soft); text-decoration: none; font-size: var(--text-small); }
  nav a:hover { background: var(--surface-tint); color: var(--ink); }
  nav a[aria-current] { background: var(--surface-tint); color: var(--ink); font-weight: 600; }
  @media (min-width: 62rem) {
    .options { grid-template: auto 1fr / 11rem minmax(0, 1fr); column-gap: var(--space-6); max-width: 60rem; }
    header { grid-area: 1 / 2; }
    main { grid-area: 2 / 2; }
    nav { grid-area: 1 / 1 / span 2; }
    nav ul { position: sticky; inset-block-start: var(--space-6); flex-direction: column; margin: calc(var(--space-6) + var(--space-5)) 0 0; }
    nav a { border-inline-start: 2px solid transparent; border-start-start-radius: 0; border-end-start-radius: 0; }
    nav a[aria-current] { border-color: var(--switch-on); background: none; }
  }

  section, .main-switch { border: 1px solid var(--line); border-radius: var(--radius); padding: var(--space-4) var(--space-5); }
  .main-switch { padding-block: var(--space-3); background: var(--surface-tint); }
  .main-switch label { font-weight: 600; }
  section { margin-top: var(--space-4); padding-block: var(--space-5); }
  h2 { font: 650 var(--text-heading) / var(--line-tight) var(--font); }
  h2 + .hint { margin-top: 2px; }
  h3, legend, .entities > label, .add-site label, .try-address label, .delay label, .language label {
    display: block; padding: 0; font: 600 var(--text-small) / var(--line-body) var(--font); color: var(--ink-soft); margin-bottom: var(--space-1);
  }
  fieldset, .entities, .hidden-entities, .add-site, .try-address, .language { margin-top: var(--space-5); }
  section > fieldset:first-of-type { margin-top: var(--space-4); }
  [tabindex='-1']:focus { outline: none; }
  [tabindex='-1']:focus-visible { outline: 2px solid var(--focus); outline-offset: 4px; border-radius: var(--radius-tiny); }

  .topics { display: grid; }
  .topic { border-top: 1px solid var(--line); padding: var(--space-1) 0; }
  .topics .switch .hint { font-variant-numeric: tabular-nums; }
  /* In less room, or with larger text, the number goes below rather than break a topic's words. */
  @media (min-width: 22rem) {
    .topics .switch { grid-template-columns: auto 1fr auto; }
    .topics .switch .hint { grid-column: auto; }
  }
  .topic label { border-inline-start: 4px solid var(--topic-ink); padding-inline-start: var(--space-2); line-height: 1.3; overflow-wrap: anywhere; }
  .listed .topic { border-top: 0; }
  .found .switch { flex: 1; min-width: 0; }
  .found .switch .hint { padding-inline-start: calc(var(--space-2) + 4px); }
  .off-with-topic { color: var(--caution); }

  .choice label { display: flex; gap: var(--space-2); align-items: baseline; padding: 3px 0; cursor: pointer; }
  .choice input { flex: none; margin: 0; translate: 0 2px; width: 1rem; height: 1rem; }
  .row { display: flex; flex-wrap: wrap; gap: var(--space-2); }
  input:is([type='text'], [type='search'], [type='number']), select { min-width: 0; max-width: 100%; padding: 6px 10px; background: var(--surface); border: 1px solid var(--line-strong); border-radius: var(--radius-small); }
  .entities input[type='search'], .try-address input { width: 100%; }
  .row input[type='text'] { flex: 1 1 12rem; }
  input[aria-invalid='true'] { border-color: var(--caution); }
  input:disabled { color: var(--ink-soft); }
  input + .hint, .row + .hint { margin-top: var(--space-1); text-wrap: pretty; }
  .field-problem:not(:empty) { margin-top: var(--space-2); }

  .style-choices { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr)); gap: 0 var(--space-4); }
  .style-choices fieldset { margin-top: var(--space-2); }
  .style-choices fieldset legend { font-weight: 400; }
  .previews { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr)); gap: var(--space-4); margin-top: var(--space-4); }
  .mark-preview { padding: var(--space-3) var(--space-4); border: 1px solid var(--line-strong); border-radius: var(--radius-small); font: 400 var(--text-quote) / 1.6 var(--font-quote); }
  figcaption { margin-top: var(--space-1); color: var(--ink-soft); font-size: var(--text-small); }
  .contrast .problem { display: block; margin-top: var(--space-1); }
  .own-background { display: inline-flex; align-items: center; gap: var(--space-2); margin-top: var(--space-3); font-size: var(--text-small); color: var(--ink-soft); cursor: pointer; }
  .own-background input { width: 2.125rem; height: 1.625rem; padding: 2px; background: var(--surface); border: 1px solid var(--line-strong); border-radius: var(--radius-small); cursor: pointer; }

  .hover { margin-top: var(--space-3); }
  .delays { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr)); gap: var(--space-4); margin: var(--space-3) 0 0; margin-inline-start: calc(2.375rem + var(--space-3)); }
  .delay .row { flex-wrap: nowrap; align-items: center; }
  .delay input[type='range'] { flex: 1; min-width: 4rem; margin: 0; }
  .delay input[type='number'] { width: 5.5em; }
  @media (max-width: 30rem) {
    .options { padding-inline: var(--space-3); }
    section, .main-switch { padding-inline: var(--space-4); }
    .delays { margin-inline-start: 0; }
  }

  .shortcuts { margin: var(--space-3) 0 var(--space-4); border-top: 1px solid var(--line); }
  .shortcuts > div { display: flex; flex-wrap: wrap; justify-content: space-between; gap: var(--space-1) var(--space-4); padding: var(--space-2) 0; border-bottom: 1px solid var(--line); }
  .missing { color: var(--caution); }
  .shortcuts + .problem { margin-bottom: var(--space-3); }
  kbd { display: inline-block; padding: 1px 7px; margin: 0 2px; border: 1px solid var(--line-strong); border-bottom-width: 2px; border-radius: var(--radius-small); background: var(--surface-tint); font: 500 var(--text-small) / 1.4 var(--font); }

  .listed:not(:empty) { margin-top: var(--space-3); border-top: 1px solid var(--line); }
  .listed li { display: flex; align-items: center; justify-content: space-between; gap: var(--space-3); padding: var(--space-1) 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
  .listed button { flex: none; }
  @media (max-width: 26rem) { .listed li { flex-wrap: wrap; } .listed button { flex: initial; } }
  .site-rules { margin-top: var(--space-3); }
  ${backupStyles}

  .outcome { position: fixed; z-index: 1; inset-block-end: var(--space-4); inset-inline: 0; display: flex; align-items: center; gap: var(--space-3); width: fit-content; max-width: calc(100vw - 24px); margin: 0 auto; padding-block: 6px; padding-inline: var(--space-4) 6px; background: var(--ink); color: var(--surface); border-radius: var(--radius); font-size: var(--text-small); box-shadow: var(--shadow); }
  .outcome:has(p:empty) { padding: 0; box-shadow: none; background: none; }
  .outcome p { overflow-wrap: anywhere; max-height: 6.5em; overflow: auto; }
  .undo { flex: none; display: inline-flex; align-items: center; gap: 6px; padding: 5px 10px; border-color: color-mix(in oklab, currentcolor 45%, transparent); background: none; color: inherit; }
  .undo:hover { background: color-mix(in oklab, currentcolor 16%, transparent); }
  .undo[aria-disabled='true'] { border-color: transparent; cursor: default; color: color-mix(in oklab, currentcolor 75%, transparent); background: none; }
  .undo:focus-visible { outline-color: currentcolor; }
  .outcome.problem { background: var(--caution-tint); color: var(--caution); border: 1px solid currentcolor; }
  main > .problem[role='alert'] { margin-bottom: var(--space-4); }
  /* Transparent lines are drawn there. */
  @media (forced-colors: active) { .outcome:not(:has(p:empty)) { border: 1px solid CanvasText; } nav a:not([aria-current]) { border-color: Canvas; } }
`;
