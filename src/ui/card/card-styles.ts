/** The card's own frame; `content-styles.ts` has what stands in it, `tokens.ts` the values. */
export const cardStyles = `
  html, body { margin: 0; height: 100%; overflow: hidden; background: transparent; }
  .card {
    display: flex;
    flex-direction: column;
    height: 100%;
    /* Scrolls as a whole only where a title takes nearly all of it: a very long one, much enlarged. */
    overflow: hidden auto;
    background: var(--surface);
    color: var(--ink);
    font: 400 var(--text-body) / var(--line-body) var(--font);
    text-align: start;
    overflow-wrap: anywhere;
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }
  .card.measured { height: auto; }
  /* The whole card takes the focus when it opens, so that a screen reader reads it; a ring around it would say nothing. */
  .card:focus, .card:focus-visible { outline: none; border-radius: var(--radius); }
  .card.sheet:focus { border-radius: var(--radius) var(--radius) 0 0; }
  .card.sheet { border-width: 1px 0 0; border-radius: var(--radius) var(--radius) 0 0; }

  header {
    position: relative;
    padding-block: var(--space-3);
    padding-inline: var(--space-4) max(48px, calc(var(--icon) + 30px));
    background: var(--topic-tint);
    border-bottom: 1px solid var(--line);
  }
  header::before { content: ''; position: absolute; inset: 0 0 auto 0; height: 3px; background: var(--topic-ink); }
  h2 { font: 650 var(--text-title) / var(--line-tight) var(--font); letter-spacing: -0.012em; text-wrap: balance; }
  h2.long { font-size: var(--text-subheading); }
  .kind { margin-top: 3px; font-size: var(--text-small); color: var(--ink-soft); }
  .kind .type { color: var(--topic-ink); font-weight: 600; }
  .card-nav { display: flex; gap: var(--space-2); margin-bottom: var(--space-1); }
  .card-nav button {
    display: flex; align-items: center; gap: var(--space-1); min-width: 0; min-height: 24px;
    margin-inline-start: -2px; padding: 2px; border: 0; background: none;
    font-size: var(--text-small); color: var(--link); text-align: start;
  }
  .card-nav button:hover span { text-decoration: underline 1px; text-underline-offset: 2px; }
  .card-nav span { overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
  .icon {
    display: inline-grid; place-items: center; min-width: 32px; min-height: 32px; padding: 6px;
    border: 0; border-radius: var(--radius-small); background: none; color: var(--ink-soft);
  }
  .icon:hover, .icon[aria-expanded='true'] { background: color-mix(in oklab, var(--ink) 8%, transparent); color: var(--ink); }
  .close { position: absolute; inset-block-start: var(--space-2); inset-inline-end: var(--space-2); }

  /* Gives way first; with much enlarged text what the footer unfolds scrolls, too. */
  .body { flex: 1 9999 auto; overflow: auto; overscroll-behavior: contain; padding: var(--space-4); }
  /* Under a title that fills a low window by itself there is still something to read; then the card scrolls as a whole. */
  header:has(.long) + .body { min-height: min(9em, 42dvh); }
  .body, .why, .question { scrollbar-width: thin; }
  section + section { margin-top: var(--space-5); }
  h3 { margin-bottom: var(--space-2); font: 650 var(--text-small) / var(--line-tight) var(--font); color: var(--ink); }

  .since { padding: var(--space-3); background: var(--surface-tint); border-radius: var(--radius-small); }
  .since > .when { margin-top: var(--space-2); }

  .related { display: flex; flex-wrap: wrap; gap: 6px; }
  .related button { border-radius: var(--radius-pill); text-align: start; }
  .pack-provenance { margin-top: var(--space-4); }

  footer { display: flex; flex-direction: column; min-height: 0; border-top: 1px solid var(--line); background: var(--surface); container-type: inline-size; }
  footer > * { flex: none; }
  .actions { display: flex; align-items: center; gap: 2px; padding-block: 6px; padding-inline: var(--space-3) var(--space-2); }
  .action:not(.icon) { display: inline-flex; align-items: center; gap: 6px; }
  .actions .action:not(.icon) { min-width: 0; white-space: nowrap; }
  .actions span { overflow: hidden; text-overflow: ellipsis; }
  /* All its buttons fit beside one another in the narrowest card; the label is read aloud all the same. */
  @container (max-width: 22.5em) {
    .actions .action span { display: none; }
    .actions .action:not(.icon):is(:hover, :focus-visible)::after { content: attr(aria-label); inset-inline: 0 auto; }
  }
  @container (max-width: 13em) { .actions { flex-wrap: wrap; } }
  .spring { flex: 1; }
  /* What an icon does, for the keyboard, too: a browser shows a title to the pointer alone. It touches the icon, so that the pointer can go to it. */
  .actions .action { position: relative; }
  .actions .icon:is(:hover, :focus-visible)::after { content: attr(aria-label); inset-inline-end: 0; }
  .actions .action:is(:hover, :focus-visible)::after {
    position: absolute; z-index: 1; inset-block-end: 100%;
    width: max-content; max-width: 14em; padding: 3px var(--space-2); border: 1px solid var(--surface); border-radius: var(--radius-small);
    background: var(--ink); color: var(--surface); font-size: var(--text-label); line-height: 1.4; text-align: start;
  }
  .actions .action:hover:not(:focus-visible)::after { animation: appear var(--motion) var(--rest) backwards; }
  /* What an icon has brought stands where its name would: it is read while the pointer is still on the icon. */
  footer:has(.why, .question, .outcome p:not(:empty)) .actions .action::after { content: none; }
  .outcome, .why, .question, .private { font-size: var(--text-small); }
  .outcome:has(p:not(:empty)), .why, .question, .private { padding: var(--space-2) var(--space-4) 0; }
  .outcome { display: flex; align-items: start; gap: var(--space-3); }
  .outcome p { flex: 1; }
  .undo { min-height: 24px; padding: 0; border: 0; background: none; color: var(--link); text-decoration: underline 1px; text-underline-offset: 2px; }
  .why, .question { flex: 0 1 auto; min-height: 0; overflow: auto; }
  .question fieldset { display: flex; flex-wrap: wrap; gap: 6px; }
  .question legend { padding: 0 0 var(--space-1); font-weight: 600; }
  .question .action { text-align: start; }
  .why { max-height: 13em; padding-bottom: var(--space-2); border-bottom: 1px solid var(--line); }
  .why p + p { margin-top: var(--space-1); }
  .manual { display: block; width: calc(100% - 2 * var(--space-4)); margin: var(--space-2) var(--space-4) 0; background: var(--surface-tint); border: 1px solid var(--line-strong); border-radius: var(--radius-small); font: var(--text-label) / 1.4 var(--font); color: inherit; }

  .coming { display: grid; align-content: start; gap: var(--space-3); min-height: 24em; }
  .coming span { height: 0.9em; border-radius: var(--radius-tiny); background: var(--surface-tint); }
  .coming span:nth-child(3n) { width: 60%; }
  .notice { padding: var(--space-4); }
  .notice p + p { display: flex; flex-wrap: wrap; gap: var(--space-2); margin-top: var(--space-3); }

  @media (forced-colors: active) {
    .card { border: 2px solid CanvasText; }
    header::before { background: Highlight; forced-color-adjust: none; }
    .quote { border-color: CanvasText; }
    .icon[aria-expanded='true'] { background: Highlight; color: HighlightText; forced-color-adjust: none; }
  }
`;
