import { isKept } from '../../knowledge/qualify-pack.ts';
import { escapeMarkdown, writeAddress, writeSource } from '../panel-markdown.ts';
import type { CheckedQuotation, CheckedText, FoundStatement } from './checked-text.ts';
import type { KeptPrinter } from './kept-comparison.ts';

/** The texts between the data, in the reader's language; the interface passes them in. */
export interface CheckWords {
  readonly title: string;
  readonly summary: string;
  outcome(quotation: CheckedQuotation): string;
  readonly unknown: string;
  readonly kept: string;
  readonly alteredCopy: string;
}

/** What a check has found, as Markdown with citations, for pasting into notes. Texts are escaped. */
export function checkedTextToMarkdown({ quotations }: CheckedText, words: CheckWords): string {
  return [
    `# ${words.title}`,
    '',
    words.summary,
    ...quotations.flatMap((quotation) => ['', ...writeQuotation(quotation, words)]),
    '',
  ].join('\n');
}

function writeQuotation(quotation: CheckedQuotation, words: CheckWords): string[] {
  const { text, isMarked, unknown, found, printers } = quotation;
  const quoted = isMarked ? `“${escapeMarkdown(text)}”` : escapeMarkdown(text);
  const rest = unknown.map((part) => `“${escapeMarkdown(part)}”`).join(', ');
  return [
    `- **${words.outcome(quotation)}**: ${quoted}`,
    ...(rest === '' ? [] : [`  - ${words.unknown} ${rest}`]),
    ...found.map((one) => `  - ${writeFound(one, words)}`),
    ...printers.map((one) => `  - ${words.kept} ${writePrinter(one)}`),
  ];
}

function writePrinter({ outlet, title, date, address }: KeptPrinter): string {
  const name = escapeMarkdown([outlet || title, date].filter(Boolean).join(', '));
  return /^https?:/.test(address) ? `[${name}](${writeAddress(address)})` : name;
}

function writeFound({ pack, statement, differences }: FoundStatement, words: CheckWords): string {
  const speaker = statement.speaker ? `${escapeMarkdown(statement.speaker.text)}: ` : '';
  const sentences = statement.sentences.map((sentence) => sentence ?? '[…]').join(' ');
  const changes = differences.map(({ statement: theirs, page }) =>
    [theirs && `~~${escapeMarkdown(theirs)}~~`, page && `**${escapeMarkdown(page)}**`]
      .filter(Boolean)
      .join(' '),
  );
  const sources = statement.wordings.map(({ source }) => writeSource(source, words)).join('; ');
  const kept = isKept(pack.id) ? ` ${words.kept} ${escapeMarkdown(pack.title)}.` : '';
  return `${speaker}“${escapeMarkdown(sentences)}”${changes.length > 0 ? ` [${changes.join('; ')}]` : ''} (${sources})${kept}`;
}
