/** The look of the options' section of packs. */
export const packStyles = `
  .packs { margin-top: var(--space-3); border-bottom: 1px solid var(--line); }
  .packs:focus, .preview h3:focus { outline: none; }
  .packs > li { display: grid; grid-template-columns: 1fr auto; align-items: start; gap: 0 var(--space-3); padding: var(--space-2) 0; border-top: 1px solid var(--line); }
  .packs .hint { overflow-wrap: anywhere; }
  .packs label, .pack-title { font-weight: 600; overflow-wrap: anywhere; }
  .built-in { padding: var(--space-1) 0; }
  .built-in .hint { display: block; }
  .badge { margin-inline-start: var(--space-1); padding: 1px var(--space-2); border: 1px solid var(--line-strong); border-radius: var(--radius-pill); color: var(--ink-soft); font-size: var(--text-label); }
  .pack-buttons { display: flex; }
  .pack-buttons [aria-disabled='true'] { opacity: 0.35; cursor: default; }
  .confirm { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: var(--space-2); margin-top: var(--space-2); padding: var(--space-3); border-radius: var(--radius-small); background: var(--surface-tint); }
  .confirm p, .confirm label { flex: 1 0 100%; }
  .gone { margin-top: var(--space-3); padding: var(--space-3) var(--space-4); border-radius: var(--radius-small); background: var(--caution-tint); color: var(--caution); overflow-wrap: anywhere; }
  .gone ul { margin: var(--space-1) 0 var(--space-2); padding-inline-start: 1.2em; list-style: disc; }
  .packs + .hint { margin-top: var(--space-2); }
  .pack-news:not(:empty) { margin-top: var(--space-3); font-size: var(--text-small); }
  .drop { display: flex; flex-wrap: wrap; align-items: center; justify-content: center; gap: var(--space-2); margin-top: var(--space-4); padding: var(--space-4); border: 1px dashed var(--line-strong); border-radius: var(--radius); color: var(--ink-soft); }
  .drop svg { font-size: var(--text-title); }
  .drop.over { border-style: solid; border-color: var(--focus); background: var(--surface-tint); }
  .progress, section.preview, .refused { margin-top: var(--space-4); padding: var(--space-4); border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface-tint); }
  .progress { display: grid; grid-template-columns: 1fr auto; align-items: center; gap: var(--space-2) var(--space-3); }
  .progress p { grid-column: 1 / -1; overflow-wrap: anywhere; }
  progress { width: 100%; height: 10px; }
  .preview h3 { margin: 0; color: var(--ink); font: 650 var(--text-heading) / var(--line-tight) var(--font); overflow-wrap: anywhere; }
  .preview h4 { margin: var(--space-3) 0 var(--space-1); font-size: var(--text-small); font-weight: 600; color: var(--ink-soft); }
  .preview .note, .preview .problem { margin-top: var(--space-3); font-size: var(--text-small); }
  .counts { display: flex; flex-wrap: wrap; gap: var(--space-1) var(--space-4); margin-top: var(--space-3); font-variant-numeric: tabular-nums; }
  .preview-topics li { display: flex; justify-content: space-between; gap: var(--space-3); padding: 2px 0; }
  .topic-name { border-inline-start: 4px solid var(--topic-ink); padding-inline-start: var(--space-2); overflow-wrap: anywhere; }
  .preview .more { margin-top: var(--space-1); }
  .samples li { padding: 2px 0; font-size: var(--text-small); overflow-wrap: anywhere; }
  .actions { display: flex; gap: var(--space-2); margin-top: var(--space-4); }
  .primary { border-color: var(--switch-on); background: var(--switch-on); color: var(--surface); font-weight: 600; }
  .primary:hover { background: var(--switch-on); text-decoration: underline; }
  .refused { border-color: var(--caution); }
  .refused .pack-title { margin-bottom: var(--space-2); color: var(--caution); }
  .refused li { display: grid; gap: 2px; padding: var(--space-2) 0; border-top: 1px solid var(--line); font-size: var(--text-small); overflow-wrap: anywhere; }
`;
