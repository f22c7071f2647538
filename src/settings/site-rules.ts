import type { SiteRules } from './settings.ts';

/** Why an entry of the site list cannot be one. The faces have the words for each. */
export type SiteProblem = 'empty' | 'not-a-host' | 'too-long';

// A DNS name has at most 253 characters (RFC 1035, 2.3.4).
const maxHostLength = 253;
const hostPattern =
  /^(?:localhost|\[[0-9a-f:.]+\]|(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)$/;

/**
 * Labels under which many countries register names (by the Public Suffix List, https://publicsuffix.org): `gov.uk` is no
 * site, but all of a country's offices. The list itself is larger than all our settings; where one of its rarer entries is
 * taken for a site, the reader sees the pattern that comes of it.
 */
const registry = /^(?:ac|co|com|edu|go|gob|gouv|gov|govt|gub|gv|mil|ne|net|nhs|or|org|police|sch)\.[a-z]{2}$/;

/**
 * The host that a reader means by what they typed or pasted: `https://www.Example.org/news` is `example.org`,
 * because a rule for a host covers everything under it; `www.gov.uk` stays what it is, because `gov.uk` covers far more. Non-ASCII names are kept as the browser reports
 * them in `location.hostname`, which is why this goes through `URL`.
 */
export function readSitePattern(text: string): { pattern: string } | { problem: SiteProblem } {
  const typed = text
    .trim()
    .replace(/^\*:\/\//, '')
    .replace(/^((?:[a-z][a-z0-9+.-]*:\/\/)?)\*\./i, '$1');
  if (typed === '') return { problem: 'empty' };
  const host = hostOf(/^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`);
  if (host === undefined) return { problem: 'not-a-host' };
  if (host.length > maxHostLength) return { problem: 'too-long' };
  const site = host.replace(/^www\.(?=.+\.)/, '');
  const pattern = registry.test(site) ? host : site;
  return hostPattern.test(pattern) ? { pattern } : { problem: 'not-a-host' };
}

function hostOf(address: string): string | undefined {
  const start = address.indexOf('://') + 3;
  const authority = address.slice(start).split(/[/?#]/, 1)[0] ?? '';
  const withoutUser = authority.slice(authority.lastIndexOf('@') + 1);
  const host = withoutUser.replace(/:\d*$/, '').replace(/\.$/, '').toLowerCase();
  if (host === '' || /\s/.test(host)) return undefined;
  return toAscii(host);
}

/**
 * `URL` is in every browser and in Node, but not in plain ECMAScript, which is all that this room may rely on;
 * so it is looked up, and a host that needs no conversion is taken as it stands.
 */
function toAscii(host: string): string | undefined {
  if (/^[\u0021-\u007e]+$/.test(host)) return host;
  const Address = (globalThis as { URL?: new (address: string) => { hostname: string } }).URL;
  if (Address === undefined) return undefined;
  try {
    return new Address(`https://${host}`).hostname;
  } catch {
    return undefined;
  }
}

/** Whether `host` is `pattern` or lies under it. */
export function isHostUnder(host: string, pattern: string): boolean {
  return host === pattern || host.endsWith(`.${pattern}`);
}

/** Whether the reader's rules let Sidelight work on this host (`location.hostname`; empty for files). */
export function isSiteAllowed(host: string, sites: SiteRules): boolean {
  const isListed = sites.patterns.some((pattern) => isHostUnder(host.toLowerCase(), pattern));
  return sites.mode === 'only' ? isListed : !isListed;
}

/** The rules after the reader switched one host on or off, however the list is meant. */
export function switchSite(sites: SiteRules, pattern: string, isOn: boolean): SiteRules {
  const isListedWanted = sites.mode === 'only' ? isOn : !isOn;
  if (isListedWanted) {
    return { ...sites, patterns: [...new Set([...sites.patterns, pattern])] };
  }
  // A host is let through only when every rule that covers it goes: `example.org` also stops `news.example.org`.
  return { ...sites, patterns: sites.patterns.filter((listed) => !isHostUnder(pattern, listed)) };
}
