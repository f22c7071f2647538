import { escapeMarkdown, writeAddress } from '../../panel-markdown.ts';
import type { OutlineLine, StoryOutline } from './story-outline.ts';

/** A story as Markdown, with its sources as a numbered list. All words are escaped. */
export function writeStoryMarkdown({ title, note, sections, sourcesTitle, sources }: StoryOutline): string {
  const blocks = [`# ${escapeMarkdown(title)}`];
  if (note !== '') blocks.push(...note.split(/\n{2,}/).map(escapeMarkdown));
  for (const section of sections) {
    blocks.push(`## ${section.title}`);
    for (const { lead, lines } of section.items) {
      const items = lines.map((line) => `- ${writeLine(line)}`).join('\n');
      blocks.push(lead === '' ? items : `**${escapeMarkdown(lead)}**\n\n${items}`);
    }
  }
  const listed = sources.map(({ text, address }, at) => {
    const link = address === '' ? '' : ` ${writeAddress(address)}`;
    return `${at + 1}. ${escapeMarkdown(text)}${link}`;
  });
  blocks.push(`## ${sourcesTitle}`, listed.join('\n'));
  return `${blocks.join('\n\n')}\n`;
}

function writeLine({ label, words, cites }: OutlineLine): string {
  return [
    label === '' ? '' : `*${escapeMarkdown(label)}:*`,
    escapeMarkdown(words),
    cites.length === 0 ? '' : `\\[${cites.join(', ')}\\]`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}
