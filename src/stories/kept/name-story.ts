import type { Article } from '../text/article.ts';
import { cutLine } from './bound-article.ts';

/** UTF-16 units of an article's text that name a story. */
const maxNameLength = 60;

/**
 * What a story is called after its first article: the title, or else the outlet, the site, or the first words of the
 * text. Never empty.
 */
export function nameStory({ title, outlet, address, text }: Article): string {
  return cutLine(title) || cutLine(outlet) || siteOf(address) || beginningOf(text) || '…';
}

function siteOf(address: string): string {
  const [, host = ''] = /^https?:\/\/(?:www\.)?([^/?#]+)/i.exec(address) ?? [];
  return cutLine(host);
}

function beginningOf(text: string): string {
  const line = cutLine(text);
  if (line.length <= maxNameLength) return line;
  const end = line.lastIndexOf(' ', maxNameLength);
  return cutLine(`${line.slice(0, end > 0 ? end : maxNameLength)}…`);
}
