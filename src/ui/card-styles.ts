/** The card's own styles; `tokens.ts` has the values. */
export const cardStyles = `
  .card {
    position: fixed;
    inset: 0 auto auto 0;
    visibility: hidden;
    display: flex;
    flex-direction: column;
    width: clamp(320px, 27em, 450px);
    max-width: calc(100vw - 16px);
    overflow: hidden;
    background: var(--surface);
    color: var(--ink);
    font: 400 var(--text-body) / var(--line-body) var(--font);
    text-align: start;
    overflow-wrap: anywhere;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    box-shadow: var(--shadow);
    animation: appear var(--motion);
  }
  .card:focus { outline: none; }
  .card:focus-visible { outline: 2px solid var(--focus); outline-offset: 1px; border-radius: var(--radius); }
  @keyframes appear { from { opacity: 0; } }

  .card.sheet {
    inset: auto 0 0 0;
    width: auto;
    max-width: none;
    max-height: min(70vh, 70dvh);
    border-radius: var(--radius) var(--radius) 0 0;
    border-width: 1px 0 0;
    padding-bottom: env(safe-area-inset-bottom);
  }

  header {
    position: relative;
    padding: var(--space-3) 48px var(--space-3) var(--space-4);
    background: var(--topic-tint);
    border-bottom: 1px solid var(--line);
  }
  header::before { content: ''; position: absolute; inset: 0 0 auto 0; height: 3px; background: var(--topic-ink); }
  h2 { font: 650 var(--text-title) / var(--line-tight) var(--font); letter-spacing: -0.012em; text-wrap: balance; }
  .kind { margin-top: 3px; font-size: var(--text-small); color: var(--ink-soft); }
  .kind .type { color: var(--topic-ink); font-weight: 600; }
  .back {
    display: inline-flex; align-items: center; gap: var(--space-1); max-width: 100%;
    margin: 0 0 var(--space-1) -2px; padding: 2px; border: 0; background: none;
    font-size: var(--text-small); color: var(--link); text-align: start;
  }
  .back svg { flex: none; }
  .icon {
    display: inline-grid; place-items: center; width: 32px; height: 32px; padding: 0;
    border: 0; border-radius: var(--radius-small); background: none; color: var(--ink-soft);
  }
  .icon:hover, .icon[aria-expanded='true'] { background: color-mix(in oklab, var(--ink) 8%, transparent); color: var(--ink); }
  .close { position: absolute; inset: var(--space-2) var(--space-2) auto auto; }

  .body { overflow: auto; overscroll-behavior: contain; padding: var(--space-4); scrollbar-width: thin; scrollbar-color: var(--line-strong) transparent; }
  section + section { margin-top: var(--space-5); }
  h3 { margin-bottom: var(--space-2); font: 650 var(--text-small) / var(--line-tight) var(--font); color: var(--ink); }
  .summary { text-wrap: pretty; }
  .sources, .when, .silent, .known-to { font-size: var(--text-label); color: var(--ink-soft); }
  .sources { margin-top: var(--space-1); }
  .label { font-size: var(--text-label); color: var(--ink-soft); }
  .outlet { font-weight: 600; color: var(--ink); }
  a.outlet { text-decoration-color: var(--line-strong); }

  .since { padding: var(--space-3); background: var(--surface-tint); border-radius: var(--radius-small); }
  .since > .when { margin-top: var(--space-2); }
  .date { font-weight: 600; font-variant-numeric: tabular-nums; }
  .events li + li, .facts li + li { margin-top: var(--space-3); }

  .statements > li + li, .claims > li + li { margin-top: var(--space-4); padding-top: var(--space-4); border-top: 1px solid var(--line); }
  .speaker { line-height: var(--line-tight); }
  .role { color: var(--ink-soft); font-size: var(--text-small); }
  .quote {
    margin: var(--space-2) 0;
    padding-inline-start: var(--space-3);
    border-inline-start: 3px solid var(--topic-line);
    font: 400 var(--text-quote) / 1.5 var(--font-quote);
    text-wrap: pretty;
  }
  .gap { color: var(--ink-soft); font-family: var(--font); font-size: var(--text-small); }
  .printed > li, .positions > li { margin-top: var(--space-2); font-size: var(--text-small); }
  .printed .when, .positions .when { font-size: inherit; }
  .verdict::before { content: '· '; }
  .verdict { color: var(--ink-soft); }
  .as-printed, .note { margin-top: 2px; color: var(--ink-soft); font-size: var(--text-small); }
  .quoted, .as-printed q { font-family: var(--font-quote); }
  .quoted { font-size: 0.9375em; line-height: 1.5; }
  .caution {
    margin-top: var(--space-1); padding: var(--space-1) var(--space-2);
    background: var(--caution-tint); color: var(--caution);
    border-radius: var(--radius-small); font-size: var(--text-label); line-height: 1.4;
  }
  details { margin-top: var(--space-1); }
  summary { color: var(--link); font-size: var(--text-small); }
  .difference { margin-top: var(--space-1); padding: var(--space-2) var(--space-3); background: var(--surface-tint); border-radius: var(--radius-small); }
  .difference .quoted { font-size: var(--text-body); }
  ins { background: var(--added-tint); text-decoration: underline 2px; text-underline-offset: 2px; border-radius: 2px; }
  del { color: var(--cut-ink); text-decoration: line-through; }
  .key { margin-top: var(--space-1); font-size: var(--text-label); color: var(--ink-soft); }

  .claim-text { font-weight: 550; line-height: 1.4; }
  .disputed > .label { color: var(--topic-ink); font-weight: 600; }
  .stance { padding: 1px 7px; border: 1px solid var(--line-strong); border-radius: 99px; font-size: var(--text-label); white-space: nowrap; }
  .stance.says-otherwise { border-style: dashed; font-weight: 600; }
  .stance.says-in-part { border-style: dotted; }
  .positions .quoted { margin-top: 2px; }
  .silent { margin-top: var(--space-2); }

  .more, .related button, .action:not(.icon) {
    padding: 5px 10px; border: 1px solid var(--line); border-radius: var(--radius-small);
    background: var(--surface); color: var(--ink); font-size: var(--text-small); line-height: 1.3;
  }
  .more { margin-top: var(--space-3); width: 100%; }
  .more:hover, .related button:hover, .action:not(.icon):hover { border-color: var(--line-strong); background: var(--surface-tint); }
  .related { display: flex; flex-wrap: wrap; gap: 6px; }
  .related button { border-radius: 99px; text-align: start; }
  .known-to { margin-top: var(--space-4); }

  footer { border-top: 1px solid var(--line); background: var(--surface); }
  .actions { display: flex; align-items: center; gap: 2px; padding: 6px var(--space-2) 6px var(--space-3); }
  .action:not(.icon) { display: inline-flex; align-items: center; gap: 6px; }
  .spring { flex: 1; }
  .outcome:not(:empty), .why { padding: var(--space-2) var(--space-4) 0; font-size: var(--text-small); }
  .why { max-height: 10em; overflow: auto; }
  .why p + p { margin-top: var(--space-1); }
  .manual { display: block; width: calc(100% - 2 * var(--space-4)); margin: var(--space-2) var(--space-4) 0; background: var(--surface-tint); border: 1px solid var(--line-strong); border-radius: var(--radius-small); font: var(--text-label) / 1.4 var(--font); color: inherit; }

  .notice { padding: var(--space-4); }
  .notice p + p { display: flex; gap: var(--space-2); margin-top: var(--space-3); }

  @media (forced-colors: active) {
    .card { border: 2px solid CanvasText; }
    header::before { background: Highlight; forced-color-adjust: none; }
    .quote { border-color: CanvasText; }
  }
`;
