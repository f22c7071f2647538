import { text } from '../../../i18n/texts.ts';
import type { LibraryContent } from '../../../view-models/library-content.ts';

/** The title of a page, for the tab and the heading. */
export function titleOf(content: LibraryContent): string {
  if (content.kind === 'claim') return content.claim.text;
  if (content.kind === 'source') return content.source.title ?? content.source.outlet;
  if (content.kind === 'entity') return content.card.title;
  const speaker = content.card.statements[0]?.speaker?.text;
  return speaker === undefined ? text('libraryStatement') : text('libraryStatementBy', { speaker });
}
