/**
 * The library's addresses, kept after the `#`: other surfaces can make links into the library, and the browser's back,
 * forward, history and bookmarks work.
 */
export interface SearchAddress {
  readonly kind: 'search';
  readonly query: string;
  /** References of topics and sources, and document types; one match in each list is enough. */
  readonly topics: readonly string[];
  readonly types: readonly string[];
  readonly sources: readonly string[];
}

export interface ItemAddress {
  readonly kind: 'entity' | 'source' | 'statement' | 'claim';
  /** `pack/id`. */
  readonly ref: string;
}

/** A kept article, by its id; `from` and `to` are half-open offsets into its text, of a passage to be shown. */
export interface KeptAddress {
  readonly kind: 'kept';
  readonly id: string;
  readonly from?: number;
  readonly to?: number;
}

/** The list of stories, or what the reader keeps in one. */
export type StoriesAddress =
  | { readonly kind: 'stories' }
  | { readonly kind: 'story'; readonly id: string }
  | KeptAddress;

export type LibraryAddress =
  | { readonly kind: 'home' }
  | StoriesAddress
  /** A text of the reader's is checked. */
  | { readonly kind: 'check' }
  | SearchAddress
  | ItemAddress
  | { readonly kind: 'unknown'; readonly typed: string };

/** The address of the library, relative to the other pages of the extension. */
export const libraryPage = 'library.html';

const itemKinds = ['entity', 'source', 'statement', 'claim'] as const;
const parameters = { topics: 'topic', types: 'type', sources: 'source' } as const;

/** Reads `location.hash`, which is untrusted. Invalid addresses are returned as such; nothing throws. */
export function parseAddress(hash: string): LibraryAddress {
  const typed = hash.replace(/^#/, '');
  if (typed === '' || typed === '/') return { kind: 'home' };
  if (typed === '/check') return { kind: 'check' };
  const [path = '', query = ''] = splitOnce(typed, '?');
  if (path === '/search') return readSearch(new URLSearchParams(query));
  if (path === '/stories') return { kind: 'stories' };
  const [, kind, packId, id, ...rest] = path.split('/').map(decodePart);
  if (packId && id === undefined) {
    if (kind === 'story') return { kind, id: packId };
    if (kind === 'kept') return { kind, id: packId, ...readPassage(new URLSearchParams(query)) };
  }
  const itemKind = itemKinds.find((known) => known === kind);
  if (itemKind === undefined || !packId || !id || rest.length > 0) return { kind: 'unknown', typed };
  return { kind: itemKind, ref: `${packId}/${id}` };
}

function readSearch(values: URLSearchParams): SearchAddress {
  const all = (name: string) => [...new Set(values.getAll(name).filter((value) => value !== ''))];
  return {
    kind: 'search',
    query: values.get('q') ?? '',
    topics: all(parameters.topics),
    types: all(parameters.types),
    sources: all(parameters.sources),
  };
}

function readPassage(values: URLSearchParams): Pick<KeptAddress, 'from' | 'to'> {
  const [from, to] = ['from', 'to'].map((name) => Number(values.get(name) ?? Number.NaN));
  const isPassage =
    from !== undefined &&
    to !== undefined &&
    Number.isInteger(from) &&
    Number.isInteger(to) &&
    0 <= from &&
    from < to;
  return isPassage ? { from, to } : {};
}

/** The address for a link: `#/entity/pack/id`, `#/search?q=text&type=law`. */
export function writeAddress(address: LibraryAddress): string {
  if (address.kind === 'home') return '#/';
  if (address.kind === 'check') return '#/check';
  if (address.kind === 'unknown') return `#${address.typed}`;
  if (address.kind === 'search') return writeSearch(address);
  if (address.kind === 'stories') return '#/stories';
  if (address.kind === 'story') return `#/story/${encodeURIComponent(address.id)}`;
  if (address.kind === 'kept') return writeKept(address);
  return `#/${address.kind}/${address.ref.split('/').map(encodeURIComponent).join('/')}`;
}

function writeKept({ id, from, to }: KeptAddress): string {
  const article = `#/kept/${encodeURIComponent(id)}`;
  return from === undefined || to === undefined ? article : `${article}?from=${from}&to=${to}`;
}

function writeSearch(address: SearchAddress): string {
  const values = new URLSearchParams();
  if (address.query !== '') values.set('q', address.query);
  for (const list of ['topics', 'types', 'sources'] as const) {
    for (const value of address[list]) values.append(parameters[list], value);
  }
  const query = values.toString();
  return query === '' ? '#/search' : `#/search?${query}`;
}

/** Everything in the library, sorted by title. */
export const wholeLibrary: SearchAddress = { kind: 'search', query: '', topics: [], types: [], sources: [] };

export function isNarrowed({ topics, types, sources }: SearchAddress): boolean {
  return topics.length + types.length + sources.length > 0;
}

function splitOnce(text: string, sign: string): [string, string] {
  const at = text.indexOf(sign);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + sign.length)];
}

/** An incomplete escape such as `%e` would throw. */
function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
