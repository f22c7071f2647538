import type { PackDate, Stance } from '../knowledge/pack-schema.ts';
import type { QuoteMatch } from '../matching/quotations/quote-match.ts';
import type { CitedSource } from './card-content.ts';
import type { DatedItem, PanelClaim, PanelContent, PanelQuotation } from './panel-content.ts';

/** The texts between the data, in the reader's language; the interface passes them in. */
export interface MarkdownWords {
  readonly mentioned: string;
  readonly quoted: string;
  readonly since: string;
  readonly elsewhere: string;
  readonly made: string;
  readonly notFound: string;
  readonly alteredCopy: string;
  readonly knownTo: string;
  /** How the page prints a statement. */
  readonly kinds: Readonly<Record<QuoteMatch['kind'], string>>;
  /** A source's stance on a claim. */
  readonly stances: Readonly<Record<Stance, string>>;
}

/** The briefing as Markdown with citations, for pasting into notes. Pack and page texts are escaped. */
export function panelContentToMarkdown(panelContent: PanelContent, words: MarkdownWords): string {
  const { page, pack } = panelContent;
  const sections: [string, string[]][] = [
    [
      words.mentioned,
      panelContent.mentioned.map(({ title, count }) => `${escapeMarkdown(title)} (${count})`),
    ],
    [words.quoted, panelContent.quoted.map((quotation) => writeQuotation(quotation, words))],
    [words.since, panelContent.since.map((item) => writeDated(item, words))],
    [
      words.elsewhere,
      panelContent.elsewhere.map((claim) => `${writeClaim(claim, words)} (${words.notFound})`),
    ],
    [words.made, panelContent.made.map((claim) => writeClaim(claim, words))],
  ];
  const lines = [
    `# ${escapeMarkdown(page.title)}`,
    '',
    [writeAddress(page.address), page.date].filter(Boolean).join(', '),
  ];
  for (const [title, items] of sections) {
    if (items.length > 0) lines.push('', `## ${title}`, '', ...items.map((item) => `- ${item}`));
  }
  lines.push('', `${escapeMarkdown(pack.title)}, ${words.knownTo} ${pack.knownTo}`, '');
  return lines.join('\n');
}

function writeQuotation({ text, statement, trace }: PanelQuotation, words: MarkdownWords): string {
  const speaker = statement.speaker ? `${escapeMarkdown(statement.speaker.text)}: ` : '';
  const sources = statement.wordings.map(({ source }) => writeSource(source, words)).join('; ');
  return `${speaker}“${escapeMarkdown(text)}” (${words.kinds[trace.kind]}; ${sources})`;
}

function writeDated({ date, text, cites }: DatedItem, words: MarkdownWords): string {
  return `${writeDate(date)}: ${escapeMarkdown(text)} (${cites.map((source) => writeSource(source, words)).join('; ')})`;
}

function writeClaim({ text, positions }: PanelClaim, words: MarkdownWords): string {
  const spoken = positions
    .filter(({ stance }) => stance !== 'does-not-mention')
    .map(({ source, stance, evidence }) => {
      const quotation = evidence.map((passage) => `“${escapeMarkdown(passage)}”`).join(' … ');
      return `${writeSource(source, words)}, ${words.stances[stance]}${quotation && `: ${quotation}`}`;
    });
  return `${escapeMarkdown(text)} — ${spoken.join('; ')}`;
}

export function writeSource(
  { outlet, date, url, rewordedFrom }: CitedSource,
  words: Pick<MarkdownWords, 'alteredCopy'>,
): string {
  const name = `${escapeMarkdown(outlet)}, ${writeDate(date)}`;
  const cited = url ? `[${name}](${writeAddress(url)})` : name;
  return rewordedFrom ? `${cited} (${words.alteredCopy})` : cited;
}

function writeDate(date: PackDate): string {
  return date.value;
}

/** Percent-encodes characters that would end the address early. */
export function writeAddress(address: string): string {
  return `<${address.replace(/[<>\\\s]/gu, encodeURIComponent)}>`;
}

/** A page's text must not become a heading, a link or markup in the reader's notes. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|~]/gu, '\\$&');
}
