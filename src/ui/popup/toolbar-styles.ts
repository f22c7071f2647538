export const toolbarStyles = `
  body { width: 340px; max-width: 100%; }
  header { display: flex; align-items: center; padding-block: var(--space-2); padding-inline: var(--space-4) var(--space-2); border-bottom: 1px solid var(--line); background: var(--surface-tint); }
  /* Never wider than what three much enlarged icons leave it. */
  h1 { display: flex; flex: 1; align-items: center; gap: var(--space-2); font: 650 min(var(--text-subheading), 7vw) / var(--line-tight) var(--font); overflow-wrap: normal; }
  .switches { padding: var(--space-2) var(--space-4); border-bottom: 1px solid var(--line); }
  .switch { grid-template-columns: 1fr auto; }
  .switch input { order: 1; }
  .switch label { overflow-wrap: anywhere; }
  .change > p:not(:empty) { padding: var(--space-2) var(--space-4); border-top: 1px solid var(--line); overflow-wrap: anywhere; }
  .page-state:focus { outline: none; }
  .page-state:focus-visible { outline: 2px solid var(--focus); outline-offset: -2px; }
  /* A shade at an edge beyond which the list goes on: where scroll bars hide, it would seem to end there. Covers scroll with the list, shades stay. */
  .findings {
    max-height: 450px; overflow: auto; scrollbar-width: thin; padding-bottom: var(--space-2);
    --shade: color-mix(in oklab, var(--ink) 16%, transparent);
    background:
      linear-gradient(var(--surface) 40%, transparent) top / 100% 32px local no-repeat,
      linear-gradient(transparent, var(--surface) 60%) bottom / 100% 32px local no-repeat,
      linear-gradient(var(--shade), transparent) top / 100% 8px no-repeat,
      linear-gradient(transparent, var(--shade)) bottom / 100% 8px no-repeat;
  }
  section { padding-top: var(--space-3); }
  h2 { display: flex; justify-content: space-between; padding: 0 var(--space-4) var(--space-1); font: 650 var(--text-label) / var(--line-tight) var(--font); color: var(--ink-soft); }
  .total { font-weight: 400; font-variant-numeric: tabular-nums; }
  li button { display: flex; align-items: baseline; gap: var(--space-2); width: 100%; padding: 7px var(--space-4); border: 0; border-radius: 0; background: none; text-align: start; }
  li button:focus-visible { outline-offset: -2px; }
  .dot { flex: none; width: var(--dot); height: var(--dot); border-radius: var(--radius-round); background: var(--topic-ink); forced-color-adjust: none; }
  .name { flex: 1; min-width: 0; overflow-wrap: anywhere; }
  .count { color: var(--ink-soft); font-size: var(--text-small); font-variant-numeric: tabular-nums; white-space: nowrap; }
  /* Whole: after three lines of much enlarged text a quotation has hardly begun. */
  q { display: block; font: 400 var(--text-body) / 1.4 var(--font-quote); }
  .kind { display: block; margin-top: 2px; color: var(--ink-soft); font-size: var(--text-small); }
  .kind.altered { color: var(--caution); }
  .stop { padding: var(--space-4); color: var(--ink-soft); text-wrap: pretty; overflow-wrap: anywhere; }
  .remedy { margin-top: var(--space-3); padding: 8px 14px; border-color: transparent; background: var(--switch-on); color: var(--surface); font-weight: 600; overflow-wrap: anywhere; text-align: start; }
  .remedy:hover { background: var(--link); }
  .remedy[aria-disabled='true'] { opacity: 0.6; cursor: progress; }
  .problem:not(:empty) { margin: 0 var(--space-3) var(--space-3); }
  main > .problem:not(:empty):nth-child(2) { margin-top: var(--space-3); }
  @media (forced-colors: active) { .remedy { border-color: ButtonText; } }
`;
