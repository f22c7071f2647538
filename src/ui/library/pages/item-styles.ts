/** The pages of entities, sources, statements and claims. */
export const itemStyles = `
  .back-to { margin-bottom: var(--space-3); font-size: var(--text-small); }
  .page-heading { position: relative; padding: var(--space-5) var(--space-5) var(--space-5); background: var(--topic-tint); border: 1px solid var(--line); border-radius: var(--radius); overflow: hidden; }
  .page-heading::before { content: ''; position: absolute; inset: 0 0 auto 0; height: 4px; background: var(--topic-ink); }
  .page-heading h1 { margin-top: 2px; max-width: 46rem; }
  .page-heading .opening { margin-top: var(--space-3); max-width: 46rem; }
  .page-heading .sources { max-width: 46rem; margin-top: var(--space-3); }
  .page-heading .by { margin-top: var(--space-2); }
  .condition { margin-top: var(--space-3); padding: var(--space-3) var(--space-4); font-size: var(--text-small); }
  .condition p + p { margin-top: var(--space-1); }
  .columns { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 var(--space-6); padding-inline: var(--space-5); }
  .columns section { margin-top: var(--space-6); }
  .columns section > h2 { margin-bottom: var(--space-3); }
  .columns aside h2 { font-size: var(--text-body); margin-bottom: var(--space-2); }
  .columns aside section { margin-top: var(--space-5); font-size: var(--text-small); }
  .main-column > .whole-statement { margin-top: var(--space-5); }
  .main-column { max-width: 48rem; }
  .main-column .more { width: auto; padding-inline: var(--space-4); }
  @media (min-width: 62rem) {
    .columns { grid-template-columns: minmax(0, 48rem) minmax(13rem, 18rem); justify-content: space-between; }
    .columns aside { padding-block-start: var(--space-1); }
  }
  @media (max-width: 44rem) {
    .page-heading { margin-inline: calc(-1 * var(--space-4)); padding-inline: var(--space-4); border-inline: 0; border-radius: 0; }
    .columns { padding-inline: 0; }
  }

  .whole-statement .quote, .printed-quotation .quote { font-size: var(--text-heading); }
  .quote p + p { margin-top: var(--space-2); }
  .source-group + .source-group { margin-top: var(--space-5); padding-top: var(--space-5); border-top: 1px solid var(--line); }
  .source-group > h3 { margin-bottom: var(--space-3); font: 400 var(--text-subheading) / var(--line-tight) var(--font); }
  .source-group .speaker { font-size: var(--text-small); }
  .silent-claims li { padding: var(--space-1) 0; }
  .silent-claims a { color: inherit; }
  .source-group > .caution { margin-bottom: var(--space-3); }
  .view-choice { display: inline-flex; margin-bottom: var(--space-4); border: 1px solid var(--line-strong); border-radius: var(--radius-small); overflow: hidden; }
  .view-choice button { border: 0; border-radius: 0; font-size: var(--text-small); background: none; }
  .view-choice button:focus-visible { outline-offset: -2px; }
  .view-choice button[aria-pressed='true'] { background: var(--ink); color: var(--surface); }
  .outside { display: inline-grid; vertical-align: -2px; margin-inline-start: 2px; color: var(--ink-soft); }
  .outside:hover { color: var(--link); }
  .own-page { font-size: var(--text-small); }
  .speaker a, .claim-text a, .comparison a, a.outlet { color: inherit; text-decoration: underline 1px var(--line-strong); text-underline-offset: 3px; }
  .speaker a:hover, .claim-text a:hover, .comparison a:hover, a.outlet:hover { text-decoration-color: currentcolor; }
  .own-positions > li + li { margin-top: var(--space-4); padding-top: var(--space-4); border-top: 1px solid var(--line); }
  a.claim-text { font-size: var(--text-body); color: inherit; }
  .whole-claim .claim-text { display: none; }
  .comparison th:first-child { min-width: 11rem; max-width: 16rem; }

  .names li { padding: 2px 0; }
  .entity-links { display: flex; flex-wrap: wrap; gap: 6px; }
  .entity-links a { display: inline-block; padding: 4px 11px; border: 1px solid var(--line); border-radius: var(--radius-pill); color: var(--ink); font-size: var(--text-small); text-decoration: none; }
  .entity-links a:hover { border-color: var(--line-strong); background: var(--surface-tint); }
  .metadata div { padding: var(--space-2) 0; border-top: 1px solid var(--line); }
  .metadata dt { font-size: var(--text-label); color: var(--ink-soft); }
  .metadata dd { margin: 0; }
  .metadata dd p + p { margin-top: var(--space-1); }
  @media (forced-colors: active) {
    .page-heading::before { background: Highlight; forced-color-adjust: none; }
    .view-choice button[aria-pressed='true'] { background: Highlight; color: HighlightText; forced-color-adjust: none; }
    .quote { border-color: CanvasText; }
  }
`;
