import type { Settings } from './settings.ts';
import { isHostUnder, readSitePattern, type SiteProblem } from './site-rules.ts';

/** What a rule for a site drops from the typed text, or what is special about the rule. */
export type SiteNote = 'path' | 'port' | 'wildcard' | 'one-word' | 'number';

export type SiteExplanation =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'pattern'; readonly pattern: string; readonly notes: readonly SiteNote[] }
  /** `instead`: a valid pattern to suggest, if one can be derived. */
  | { readonly kind: 'problem'; readonly problem: SiteProblem | 'wildcard'; readonly instead?: string };

/** What an entry of the site list would mean, shown while typing. */
export function explainSite(typed: string): SiteExplanation {
  const text = typed.trim();
  if (text === '') return { kind: 'nothing' };
  const reading = readSitePattern(text);
  if ('pattern' in reading)
    return { kind: 'pattern', pattern: reading.pattern, notes: noteIgnoredParts(text, reading.pattern) };
  const host = hostPart(text);
  if (!host.includes('*')) return { kind: 'problem', problem: reading.problem };
  // `*` may stand for anything under a site, which a rule covers anyway: the site is what follows the last one.
  const after = readSitePattern(host.slice(host.lastIndexOf('*') + 1).replace(/^\./, ''));
  const isSite = 'pattern' in after && after.pattern.includes('.');
  return { kind: 'problem', problem: 'wildcard', ...(isSite ? { instead: after.pattern } : {}) };
}

function noteIgnoredParts(text: string, pattern: string): SiteNote[] {
  const host = hostPart(text);
  const path = withoutScheme(text).slice(host.length);
  const notes: SiteNote[] = [];
  if (!/^(?:|\/\*?)$/.test(path)) notes.push('path');
  if (/^(?:[^:]*|.*\]):\d+$/.test(host)) notes.push('port');
  if (host.startsWith('*.')) notes.push('wildcard');
  if (/^\d+(?:\.\d+){3}$|^\[/.test(pattern)) notes.push('number');
  else if (!pattern.includes('.') && pattern !== 'localhost') notes.push('one-word');
  return notes;
}

function hostPart(text: string): string {
  return withoutScheme(text).split(/[/?#]/, 1)[0] ?? '';
}

function withoutScheme(text: string): string {
  return text.replace(/^[a-z*][a-z0-9+.-]*:\/\//i, '');
}

/** Whether a page would be read, and what decides it. */
export type AddressVerdict =
  | { readonly because: 'nothing' | 'not-an-address' | 'closed' | 'disabled' }
  | { readonly because: 'file'; readonly isRead: boolean }
  | { readonly because: 'listed'; readonly isRead: boolean; readonly host: string; readonly pattern: string }
  | { readonly because: 'not-listed'; readonly isRead: boolean; readonly host: string };

/** Tries the reader's rules on an address as it is typed or pasted. */
export function tryAddress(typed: string, settings: Settings): AddressVerdict {
  const text = typed.trim();
  if (text === '') return { because: 'nothing' };
  // `about:config`, but not `localhost:3000`.
  const scheme = /^([a-z][a-z0-9+.-]*):(?!\d|[0-9a-f]*:)/i.exec(text)?.[1]?.toLowerCase();
  const isFile = scheme === 'file';
  if (scheme !== undefined && !isFile && scheme !== 'http' && scheme !== 'https')
    return { because: 'closed' };
  const { mode, patterns } = settings.sites;
  const reading = isFile ? '' : readSite(text);
  if (reading === undefined) return { because: 'not-an-address' };
  if (!settings.enabled) return { because: 'disabled' };
  if (isFile) return { because: 'file', isRead: mode !== 'only' };
  const pattern = patterns.find((listed) => isHostUnder(reading, listed));
  if (pattern === undefined) return { because: 'not-listed', isRead: mode !== 'only', host: reading };
  return { because: 'listed', isRead: mode === 'only', host: reading, pattern };
}

/** Read like a pattern, usually without `www.`: no rule that covers a site can tell the two apart. */
function readSite(text: string): string | undefined {
  const reading = readSitePattern(text);
  return 'pattern' in reading && !text.includes('*') ? reading.pattern : undefined;
}
