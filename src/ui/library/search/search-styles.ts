import { topicTokens } from '../../components/tokens.ts';

/** What was found, with filters beside it where there is room and above it where there is not. */
export const searchStyles = `
  .search-page { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--space-4); }
  .found-head .outcome { margin-top: var(--space-1); color: var(--ink-soft); }
  .none p + p { margin-top: var(--space-2); }
  .result { ${topicTokens} padding: var(--space-4) 0; border-top: 1px solid var(--line); }
  .result h2 { margin-top: 2px; font: 650 var(--text-heading) / 1.3 var(--font); }
  .result h2 a { text-decoration: none; }
  .result h2 a:hover { text-decoration: underline; }
  .result.claim h2 { font-weight: 500; font-size: var(--text-subheading); }
  .result .role { font-weight: 400; font-size: var(--text-small); }
  .result .also { margin-top: 2px; font-size: var(--text-small); color: var(--ink-soft); }
  .result .excerpt { margin-top: var(--space-1); max-width: 44rem; text-wrap: pretty; }
  .result .quote { max-width: 44rem; }
  .result .when { margin-top: var(--space-1); }
  mark.found { background: var(--found-tint); color: var(--ink); border-radius: var(--radius-tiny); box-shadow: none; }
  .found .more { width: auto; padding-inline: var(--space-5); }

  .filters summary { font: 650 var(--text-subheading) / var(--line-tight) var(--font); color: var(--ink); padding: var(--space-1) 0; }
  .filters summary .count { display: inline-block; margin-inline-start: var(--space-1); padding: 0 8px; border-radius: var(--radius-pill); background: var(--ink); color: var(--surface); font-size: var(--text-label); }
  .filters .clear { margin-top: var(--space-2); font-size: var(--text-small); }
  .filters fieldset { margin-top: var(--space-4); }
  .filters legend { padding: 0; margin-bottom: var(--space-1); font-size: var(--text-small); font-weight: 650; color: var(--ink-soft); }
  .choices li { ${topicTokens} }
  .choices label { display: flex; align-items: center; gap: var(--space-2); min-height: 28px; padding: 3px 0; font-size: var(--text-small); line-height: 1.3; cursor: pointer; }
  .choices label:hover .name { text-decoration: underline; }
  .choices input { flex: none; width: 1rem; height: 1rem; margin: 0; }
  .choices .name { flex: 1; min-width: 0; }
  .choices .title { display: block; overflow: hidden; color: var(--ink-soft); font-size: var(--text-label); text-overflow: ellipsis; white-space: nowrap; }
  .filters .more { width: auto; margin-top: var(--space-1); padding: 3px 0; border: 0; background: none; color: var(--link); text-decoration: underline 1px; text-underline-offset: 2px; }
  @media (max-width: 55.99rem) {
    .filters { padding: var(--space-2) var(--space-3); border: 1px solid var(--line); border-radius: var(--radius-small); }
  }
  @media (min-width: 56rem) {
    .search-page { grid-template-columns: minmax(0, 1fr) 16rem; gap: var(--space-4) var(--space-6); grid-template-rows: auto 1fr; padding-block-start: var(--space-3); }
    .filters { grid-column: 2; grid-row: 1 / span 2; position: sticky; inset-block-start: 78px; max-height: calc(100vh - 90px); overflow: auto; scrollbar-width: thin; padding-inline: 3px; align-self: start; }
    .filters summary { list-style: none; cursor: default; }
    .filters summary::-webkit-details-marker { display: none; }
  }
`;
