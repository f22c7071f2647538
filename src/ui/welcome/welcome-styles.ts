export const welcomeStyles = `
  main { max-width: 46rem; margin: 0 auto; padding: var(--space-6) var(--space-4) 5rem; }
  .top { display: grid; grid-template-columns: auto 1fr; align-items: center; column-gap: var(--space-4); }
  .top h1 { font: 650 var(--text-display) / var(--line-tight) var(--font); letter-spacing: -0.02em; text-wrap: balance; }
  .top p { grid-column: 1 / -1; max-width: 68ch; text-wrap: pretty; }
  .intro { margin-top: var(--space-4); font-size: var(--text-quote); }
  .privacy { margin-top: var(--space-2); color: var(--ink-soft); }
  main section { margin-top: var(--space-6); }
  h2 { font: 650 var(--text-title) / var(--line-tight) var(--font); letter-spacing: -0.01em; }
  h3 { font: 600 var(--text-body) / 1.4 var(--font); }
  .permission { padding: var(--space-4) var(--space-5); border: 1px solid var(--caution); border-radius: var(--radius); background: var(--caution-tint); }
  .permission h2 { color: var(--caution); font-size: var(--text-heading); }
  .permission p { margin: var(--space-2) 0 var(--space-3); text-wrap: pretty; }
  .primary { padding: var(--space-2) var(--space-4); border-color: transparent; background: var(--switch-on); color: var(--surface); font-weight: 600; }
  .primary:hover { background: var(--link); }
  .outcome:not(:empty), .example-state > p { margin-top: var(--space-3); padding: var(--space-2) var(--space-3); border-radius: var(--radius-small); background: var(--surface-tint); }
  figure { margin-top: var(--space-3); }
  article { padding: var(--space-5); border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface); box-shadow: var(--shadow); font: 400 var(--text-heading) / 1.65 var(--font-quote); }
  article h3 { font: 650 var(--text-title) / var(--line-tight) var(--font-quote); text-wrap: balance; }
  .dateline { color: var(--ink-soft); font: 400 var(--text-small) / var(--line-body) var(--font); }
  article > p { margin-top: var(--space-3); text-wrap: pretty; }
  figcaption { margin-top: var(--space-2); padding-inline: var(--space-1); }
  .tries { margin-top: var(--space-3); counter-reset: try; border-block-start: 1px solid var(--line); }
  .tries li { display: grid; grid-template-columns: auto 1fr auto; gap: var(--space-3); align-items: start; padding: var(--space-3) 0; border-block-end: 1px solid var(--line); counter-increment: try; }
  .tries li::before { content: counter(try); display: grid; place-items: center; min-width: 1.75rem; aspect-ratio: 1; border: 1px solid var(--line-strong); border-radius: var(--radius-round); color: var(--ink-soft); font: 600 var(--text-small) / 1 var(--font); }
  .tries .tried::before { border-color: transparent; background: var(--switch-on); color: var(--surface); }
  .tries button { margin-top: var(--space-2); }
  kbd { padding: 1px 6px; border: 1px solid var(--line-strong); border-bottom-width: 2px; border-radius: var(--radius-small); background: var(--surface-tint); font: 600 var(--text-small) / 1.4 var(--font); white-space: nowrap; }
  .done { display: flex; align-items: center; gap: var(--space-1); color: var(--ink-soft); font-size: var(--text-small); }
  .pack { margin-top: var(--space-3); padding: var(--space-4) var(--space-5); border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface-tint); }
  .pack ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); gap: var(--space-1) var(--space-4); margin-top: var(--space-3); }
  .pack li { display: flex; align-items: baseline; gap: var(--space-2); }
  .pack li .hint { white-space: nowrap; }
  .dot { flex: none; width: var(--dot); height: var(--dot); border-radius: var(--radius-round); background: var(--topic-ink); forced-color-adjust: none; }
  .ways { margin-top: var(--space-2); display: grid; gap: var(--space-2); max-width: 62ch; }
  .ways li { padding-inline-start: var(--space-4); position: relative; text-wrap: pretty; }
  .ways li::before { content: '–'; position: absolute; inset-inline-start: 0; color: var(--ink-soft); }
  .ways-on { display: flex; flex-wrap: wrap; gap: var(--space-2); margin-top: var(--space-4); }
  main > .problem:not(:empty) { margin-top: var(--space-4); }
  @media (forced-colors: active) { .primary { border-color: ButtonText; } .tries .tried::before { border-color: CanvasText; } }
`;
