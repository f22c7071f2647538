import type { CardRequest } from '../../contracts/card-calls.ts';
import { formatDate, formatDay } from '../../i18n/format-date.ts';
import { text } from '../../i18n/texts.ts';
import type { CardContent, CardStatement, CitedSource } from '../../view-models/card-content.ts';
import { groupWordings } from '../../view-models/quotations/group-wordings.ts';

/** The card as text to cite: each statement verbatim, with speaker, outlet, date and address. */
export function citeCard(card: CardContent): string {
  const paragraphs = [
    card.title,
    card.summary === '' ? '' : `${card.summary} (${card.summaryCites.map(citeSource).join('; ')})`,
    ...card.statements.map(citeStatement),
    text('citeAccessed', { pack: card.pack.title, knownTo: formatDay(card.pack.knownTo), ref: card.ref }),
  ];
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
}

export function citeStatement(statement: CardStatement): string {
  const speaker = statement.speaker?.text ?? text('speakerUnnamed');
  const role = statement.speaker?.role === undefined ? '' : `, ${statement.speaker.role}`;
  const lines = groupWordings(statement.wordings).map(({ wording }) => {
    const quoted = wording.parts.map((part) => `${part.openMark}${part.text}${part.closeMark}`).join(' … ');
    return `${quoted} (${citeSource(wording.source)})`;
  });
  return [`${speaker}${role}:`, ...lines].join('\n');
}

function citeSource(source: CitedSource): string {
  const caution =
    source.rewordedFrom === undefined ? '' : text('quoteAltered', { original: source.rewordedFrom });
  return [source.outlet, source.title && `“${source.title}”`, formatDate(source.date), source.url, caution]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
}

/** For the pack's maintainers: ids, and the name as printed on the page, but nothing else of the page. */
export function reportCard(card: CardContent, request: Pick<CardRequest, 'textOnPage'>): string {
  return [
    text('reportTitle', { title: card.title }),
    text('reportBody', {
      pack: card.pack.id,
      knownTo: card.pack.knownTo,
      ref: card.ref,
      text: request.textOnPage,
      statements: card.statements.map(({ ref }) => ref).join(', ') || '–',
      claims: card.positions.map(({ ref }) => ref).join(', ') || '–',
    }),
  ].join('\n');
}
