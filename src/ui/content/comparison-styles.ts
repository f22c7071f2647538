/** The claim-by-source table, and tables beside it. */
export const comparisonStyles = `
  .comparison { max-height: 70vh; overflow: auto; border: 1px solid var(--line); border-radius: var(--radius-small); scrollbar-width: thin; }
  table { border-collapse: collapse; font-size: var(--text-small); line-height: 1.35; }
  th, td { overflow-wrap: break-word; padding: 6px var(--space-2); border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
  .comparison tbody th { font-weight: 500; }
  .comparison thead th { position: sticky; top: 0; z-index: 1; background: var(--surface); min-width: 7.5em; vertical-align: bottom; overflow-wrap: break-word; }
  .comparison th:first-child { position: sticky; inset-inline-start: 0; z-index: 1; min-width: 9em; max-width: 11.5em; hyphens: auto; background: var(--surface); border-inline-end: 1px solid var(--line); }
  .comparison thead th:first-child { z-index: 2; }
  .this-page { background: var(--surface-tint) !important; }
  .cell { display: block; }
  .cell.does-not-mention, .cell.not-found, .cell.unclear { color: var(--ink-soft); }
  .cell.says-otherwise { font-weight: 650; }
`;
