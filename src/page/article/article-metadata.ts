import { addressSite } from '../../matching/text/address-key.ts';
import type { Article } from '../../stories/text/article.ts';
import { readPageDate } from '../reading/page-date.ts';
import { isArticleThing, isThing, readThings, type Thing } from '../reading/structured-data.ts';

export type ArticleMetadata = Omit<Article, 'text' | 'quotedBlocks'>;

/** Longer names are not a title, outlet or author: a page may state anything. */
const maxTitleLength = 300;
const maxNameLength = 80;
const maxAuthors = 20;

/**
 * What a page says of its article: JSON-LD first, then Open Graph, other `meta`, what is printed, and the
 * address. A field is empty if nothing states it; the outlet then is the host.
 * @param address where the page was found; may be empty
 */
export function readArticleMetadata(document: Document, address: string): ArticleMetadata {
  const thing = Array.from(readThings(document, 'headline')).find(isArticleThing);
  const own = readAddress(document, address);
  const outlet = readOutlet(document, thing, own);
  return {
    title: readTitle(document, thing, outlet),
    outlet,
    authors: readAuthors(document, thing),
    date: readPageDate(document) ?? dayIn(own) ?? '',
    address: own,
    language: readLanguage(document, thing),
  };
}

function readTitle(document: Document, thing: Thing | undefined, outlet: string): string {
  const headings = document.querySelectorAll('h1');
  const printed =
    headings.length === 1 ? textOf(headings[0]) : textOf(document.querySelector('article h1, main h1'));
  const titles = [
    textIn(thing?.headline),
    metaOf(document, 'og:title', 'twitter:title'),
    printed,
    clean(document.title),
  ];
  const title = titles.find((candidate) => candidate !== '' && candidate.length <= maxTitleLength) ?? '';
  return withoutOutlet(title, outlet, printed);
}

/** "Flood in Ohio | The Daily" is "Flood in Ohio". */
function withoutOutlet(title: string, outlet: string, printed: string): string {
  const parts = /^(.+?)\s+[|–—•·-]\s+([^|–—•·]+)$/u.exec(title);
  if (!parts?.[1] || !parts[2]) return title;
  const isOutlet =
    foldName(parts[2]).includes(foldName(outlet)) || foldName(outlet).includes(foldName(parts[2]));
  return (outlet !== '' && isOutlet) || parts[1] === printed ? parts[1] : title;
}

function foldName(name: string): string {
  return name.toLowerCase().replace(/^the\s|\.(?:com|org|net|co\.uk|de|fr|es)$|[^\p{L}\p{N}]/gu, '');
}

function readOutlet(document: Document, thing: Thing | undefined, address: string): string {
  const named = [
    ...namesIn(thing?.publisher),
    metaOf(document, 'og:site_name', 'application-name', 'publisher'),
  ];
  const outlet = named
    .map((name) => name.replace(/^@|\s+[|–—]\s.*$/gu, ''))
    .find((name) => name !== '' && name.length <= maxNameLength);
  return outlet ?? (URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : '');
}

function readAuthors(document: Document, thing: Thing | undefined): string[] {
  const sources = [
    () => namesIn(thing?.author),
    () =>
      metasOf(
        document,
        'author',
        'article:author',
        'parsely-author',
        'sailthru.author',
        'dc.creator',
        'byl',
      ).flatMap(splitAuthors),
    () =>
      Array.from(
        document.querySelectorAll('[rel~="author"], [itemprop="author"], .byline, .author'),
        (element) => textOf(element.querySelector('[itemprop="name"]') ?? element),
      ).filter((line) => line.length <= 2 * maxNameLength),
  ];
  for (const read of sources) {
    const authors = [...new Set(read().flatMap(splitAuthors).filter(isAuthor))].slice(0, maxAuthors);
    if (authors.length > 0) return authors;
  }
  return [];
}

/** "By Ann Lee and Bo Ray" */
function splitAuthors(line: string): string[] {
  return line
    .replace(/^\s*(?:written\s+)?(?:by|von|par|por)[:\s]\s*/i, '')
    .split(/\s*(?:,|;|\||&|\s(?:and|und|et|y)\s)\s*/)
    .map(clean);
}

function isAuthor(name: string): boolean {
  return (
    name !== '' && name.length <= maxNameLength && /^\p{L}/u.test(name) && !/https?:|[@/]|\d{4}/.test(name)
  );
}

/** A page may call any address its own: it is believed on its own site only, and a file not at all. */
function readAddress(document: Document, address: string): string {
  if (address === '') return '';
  const canonical = document.querySelector('link[rel~="canonical" i]')?.getAttribute('href') ?? '';
  const candidates = [canonical, metaOf(document, 'og:url')];
  for (const candidate of candidates) {
    const url = parseAddress(candidate, address);
    // Some sites declare their front page as the canonical address of every page; it has no path.
    if (!url || !/^https?:$/.test(url.protocol) || url.pathname === '/') continue;
    if (homeOf(url.href) === homeOf(address)) return url.href;
  }
  return address;
}

/** The site with its editions for telephones. */
function homeOf(address: string): string {
  return addressSite(address).replace(/^(?:m|mobile|amp)\./, '');
}

function parseAddress(candidate: string, base: string): URL | null {
  if (candidate === '') return null;
  return URL.canParse(candidate, base) ? new URL(candidate, base) : null;
}

/** The day in an address such as `/2020/06/10/title` or `/2020-06-10-title`. */
function dayIn(address: string): string | undefined {
  const found = /(?<!\d)((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?!\d)/.exec(address);
  return found?.[1] && found[2] && found[3]
    ? `${found[1]}-${found[2].padStart(2, '0')}-${found[3].padStart(2, '0')}`
    : undefined;
}

function readLanguage(document: Document, thing: Thing | undefined): string {
  const content =
    document.querySelector('meta[http-equiv="content-language" i]')?.getAttribute('content') ?? '';
  const given = [
    document.documentElement?.getAttribute('lang') ?? '',
    document.body?.getAttribute('lang') ?? '',
    textIn(thing?.inLanguage),
    content,
    metaOf(document, 'og:locale', 'language', 'dc.language'),
  ];
  for (const language of given) {
    const tag = language.trim().replaceAll('_', '-');
    if (/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag)) return tag;
  }
  return '';
}

function metaOf(document: Document, ...names: readonly string[]): string {
  return metasOf(document, ...names)[0] ?? '';
}

function metasOf(document: Document, ...names: readonly string[]): string[] {
  return names.flatMap((name) =>
    Array.from(document.querySelectorAll(`meta[property="${name}" i], meta[name="${name}" i]`), (element) =>
      clean(element.getAttribute('content') ?? ''),
    ).filter((content) => content !== ''),
  );
}

/** The names of one or more people or organisations in JSON-LD. */
function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (isThing(value)) return namesIn(value.name);
  return typeof value === 'string' ? [clean(value)] : [];
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? clean(value) : '';
}

function textOf(element: Element | null | undefined): string {
  return clean(element?.textContent ?? '');
}

function clean(text: string): string {
  return decodeReferences(text).replace(/\s+/g, ' ').trim();
}

const characters: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
};

/** Content systems leave character references in JSON-LD, which does not decode them: "doesn&#8217;t". */
function decodeReferences(text: string): string {
  return text.replace(
    /&(?:#(\d{1,6})|#x([\da-f]{1,5})|(amp|quot|apos|lt|gt|nbsp));/gi,
    (all, decimal, hex, name) => {
      if (name) return characters[name.toLowerCase()] ?? all;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}
