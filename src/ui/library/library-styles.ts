import { topicTokens } from '../components/tokens.ts';
import { comparisonStyles } from '../content/comparison-styles.ts';
import { timelineStyles } from '../content/timeline/timeline-styles.ts';
import { itemStyles } from './pages/item-styles.ts';
import { searchStyles } from './search/search-styles.ts';

/** The library's frame and its first page; `content-styles.ts` has what stands in it. */
export const libraryStyles = `
  ${comparisonStyles}
  ${timelineStyles}
  body { overflow-wrap: anywhere; background: var(--surface); }
  main { max-width: 74rem; margin: 0 auto; padding: var(--space-5) var(--space-5) 5rem; }
  h1 { font: 650 var(--text-display) / var(--line-tight) var(--font); letter-spacing: -0.018em; text-wrap: balance; }
  h1:focus, h1:focus-visible { outline: none; }
  h2 { font: 650 var(--text-heading) / var(--line-tight) var(--font); letter-spacing: -0.008em; }
  h3 { font: 650 var(--text-body) / var(--line-tight) var(--font); }
  .opening { font-size: var(--text-heading); line-height: var(--line-body); text-wrap: pretty; }
  .loading { padding: var(--space-6) 0; color: var(--ink-soft); }
  .count { color: var(--ink-soft); font-variant-numeric: tabular-nums; }
  .dot { flex: none; width: var(--dot); height: var(--dot); border-radius: var(--radius-round); background: var(--topic-ink); }
  .kind { font-size: var(--text-small); color: var(--ink-soft); }
  .kind .type { color: var(--topic-ink); font-weight: 650; }
  .pack-provenance { margin-top: var(--space-5); }

  .bar {
    position: sticky; inset-block-start: 0; z-index: 3;
    display: grid; grid-template-columns: auto minmax(0, 38rem) auto; align-items: center; justify-content: space-between; gap: var(--space-2) var(--space-5);
    padding: var(--space-2) var(--space-5); background: var(--surface); border-bottom: 1px solid var(--line);
  }
  .brand { display: inline-flex; align-items: center; gap: var(--space-2); padding: var(--space-1) 0; color: var(--ink); font-weight: 650; text-decoration: none; }
  .brand:hover { text-decoration: underline; }
  .brand .soft { font-weight: 400; color: var(--ink-soft); }
  .brand img { flex: none; }
  .search { display: flex; align-items: center; gap: var(--space-2); height: 2.75rem; padding-inline: var(--space-3) var(--space-1); border: 1px solid var(--line-strong); border-radius: var(--radius-pill); background: var(--surface-tint); color: var(--ink-soft); }
  .search:focus-within { outline: 2px solid var(--focus); outline-offset: 1px; background: var(--surface); }
  .search input { flex: 1; min-width: 0; height: 100%; padding: 0; border: 0; outline: none; background: none; color: var(--ink); font-size: var(--text-quote); text-overflow: ellipsis; }
  .search input::placeholder { color: var(--ink-soft); opacity: 1; }
  .search input::-webkit-search-cancel-button { display: none; }
  .search kbd { flex: none; margin-inline-end: var(--space-2); padding: 1px 7px; border: 1px solid var(--line-strong); border-radius: var(--radius-tiny); font: 400 var(--text-small) / 1.4 var(--font); white-space: nowrap; }
  /* Much enlarged text leaves little height: the bar then scrolls away. */
  @media (max-height: 30rem) { .bar { position: static; } }
  @media (max-width: 44rem) {
    .bar { grid-template-columns: minmax(0, 1fr) auto; padding-inline: var(--space-4); }
    .search { grid-row: 2; grid-column: 1 / -1; }
    main { padding-inline: var(--space-4); }
    .search kbd { display: none; }
  }

  .welcome { max-width: 44rem; margin: var(--space-5) 0 var(--space-6); }
  .welcome .opening { margin-top: var(--space-2); color: var(--ink-soft); }
  .types { display: flex; flex-wrap: wrap; gap: var(--space-2); margin-top: var(--space-4); }
  .types a { display: inline-block; padding: 5px 12px; border: 1px solid var(--line); border-radius: var(--radius-pill); color: var(--ink); font-size: var(--text-small); text-decoration: none; }
  .types a:hover { border-color: var(--line-strong); background: var(--surface-tint); }
  .topics { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); gap: var(--space-4); }
  .topic-card { ${topicTokens} display: flex; flex-direction: column; padding: var(--space-4); border: 1px solid var(--line); border-block-start: 3px solid var(--topic-ink); border-radius: 0 0 var(--radius) var(--radius); }
  .topic-card h2 a { color: var(--ink); text-decoration: none; }
  .topic-card h2 a:hover { text-decoration: underline; }
  .topic-card ul { margin: var(--space-3) 0; line-height: 1.35; }
  .topic-card li { padding: 4px 0; }
  .topic-card .all { margin-top: auto; font-size: var(--text-small); }
  .topic-card li a { text-decoration: none; }
  .topic-card li a:hover { text-decoration: underline; }

  .notice { max-width: 40rem; padding: var(--space-6) 0; }
  .notice p { margin: var(--space-3) 0; }

  ${searchStyles}
  ${itemStyles}
  @media (forced-colors: active) {
    .search:focus-within { outline-color: Highlight; }
    .topic-card { border-block-start-color: CanvasText; }
    .dot { background: CanvasText; }
    mark.found { background: Mark; color: MarkText; }
  }
`;
