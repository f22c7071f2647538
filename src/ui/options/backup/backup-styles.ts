/** Of the section that saves, takes over and sets back, and of the list of wrong matches. */
export const backupStyles = `
  .backup h3, .exceptions { margin-top: var(--space-5); }
  .backup h3 + .hint { margin: 2px 0 var(--space-2); max-width: 60ch; text-wrap: pretty; }
  .question { margin-top: var(--space-3); padding: var(--space-3) var(--space-4); border: 1px solid var(--line-strong); border-radius: var(--radius-small); background: var(--surface-tint); overflow-wrap: anywhere; }
  .question .row { margin-top: var(--space-3); }
  .question label { display: block; margin-top: var(--space-2); }
  .backup-news:not(:empty) { margin-top: var(--space-3); font-weight: 600; overflow-wrap: anywhere; }
  .restore-point { display: flex; flex-wrap: wrap; gap: var(--space-2) var(--space-3); align-items: center; justify-content: space-between; margin-top: var(--space-3); padding: var(--space-2) var(--space-4); border: 1px solid var(--line); border-radius: var(--radius-small); background: var(--surface-tint); }
  .invalid-items { margin-top: var(--space-3); padding: var(--space-2) var(--space-3); background: var(--caution-tint); color: var(--caution); border-radius: var(--radius-small); font-size: var(--text-small); overflow-wrap: anywhere; }
  .invalid-items summary { cursor: pointer; }
  .problem-lines { margin-top: var(--space-3); font-size: var(--text-small); overflow-wrap: anywhere; }
  .problem-lines ul { margin-top: var(--space-1); padding-inline-start: 1.2em; list-style: disc; }
  .problem-lines li { margin-top: var(--space-1); }
  .exceptions .hint { margin-top: 2px; }
`;
