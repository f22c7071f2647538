import type { SiteRules } from './settings.ts';

/** Why an entry of the site list is invalid. The interface has the texts. */
export type SiteProblem = 'empty' | 'not-a-host' | 'too-long';

type SiteReading = { readonly pattern: string } | { readonly problem: SiteProblem };

// A DNS name has at most 253 characters (RFC 1035, 2.3.4).
const maxHostLength = 253;
/**
 * The characters of a page's host. More than RFC 952 allows: names with underscores, or with a hyphen at the end of a
 * label, are in use, and browsers open them. `URL` accepts still more (`*`, `,`, `!`), which are typing errors.
 */
const hostPattern = /^(?:\[[0-9a-f:.]+\]|[a-z0-9_-]+(?:\.[a-z0-9_-]+)*)$/;
/** An IPv6 address without the brackets that it has in a page's address. */
const bareNumber = /^[0-9a-f]*:[0-9a-f]*:[0-9a-f:.]*$/i;

/**
 * Labels under which many countries register names (from the Public Suffix List, https://publicsuffix.org): `gov.uk` is
 * not one site, but all of a country's offices. The list itself is larger than all our settings. If one of its rarer
 * entries is mistaken for a site, the reader sees the resulting pattern.
 */
const registry = /^(?:ac|co|com|edu|go|gob|gouv|gov|govt|gub|gv|mil|ne|net|nhs|or|org|police|sch)\.[a-z]{2}$/;

/**
 * The site for a text that a reader typed or pasted: `https://www.Example.org/news` is `example.org`, because a rule
 * for a host covers everything under it; `www.gov.uk` stays unchanged, because `gov.uk` covers far more.
 */
export function readSitePattern(text: string): SiteReading {
  const typed = text
    .trim()
    .replace(/^\*:\/\//, '')
    .replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
    .replace(/^\*\./, '');
  if (typed === '' && text.trim() === '') return { problem: 'empty' };
  const authority = typed.split(/[/?#\\]/, 1)[0] ?? '';
  return readAuthority(bareNumber.test(authority) ? `[${authority}]` : authority);
}

/**
 * The site of a page, in the form of the reader's rules: `example.org` for `https://www.example.org./news`. Typed text
 * goes through the same function, so that the two always agree.
 * @param address of the page, from the browser
 * @returns empty if there is none: a file, a page of the browser, a host that no rule can name
 */
export function siteOf(address: string): string {
  const authority = /^https?:\/\/([^/?#\\]*)/i.exec(address)?.[1];
  const reading = authority === undefined ? undefined : readAuthority(authority);
  return reading !== undefined && 'pattern' in reading ? reading.pattern : '';
}

/** @param authority host, with or without user and port */
function readAuthority(authority: string): SiteReading {
  const host = readHost(authority);
  if ((host ?? authority).length > maxHostLength) return { problem: 'too-long' };
  if (host === undefined || !hostPattern.test(host)) return { problem: 'not-a-host' };
  const site = host.replace(/^(?:www\.)+(?=.+\.)/, '');
  return { pattern: registry.test(site) ? host : site };
}

/**
 * The host in a browser's notation: lower case, names in other scripts in ASCII (`xn--…`), numbers in full.
 *
 * `URL` exists in every browser and in Node, but not in the ECMAScript library, which is all that this layer may use:
 * so it is looked up at run time.
 */
function readHost(authority: string): string | undefined {
  const Address = (globalThis as { URL?: new (address: string) => { hostname: string } }).URL;
  // `URL` drops line breaks and tabs.
  if (Address === undefined || /\s/.test(authority)) return undefined;
  try {
    return trimHost(new Address(`https://${authority}`).hostname);
  } catch {
    return undefined;
  }
}

/** A trailing dot marks a fully qualified name: it means the same site. */
function trimHost(host: string): string {
  return host.toLowerCase().replace(/\.$/, '');
}

/** Whether a site (`siteOf`) is `pattern` or a subdomain of it. */
export function isHostUnder(site: string, pattern: string): boolean {
  return site === pattern || site.endsWith(`.${pattern}`);
}

/** Whether the reader's rules let Sidelight work on a page of this site or host; empty for files. */
export function isSiteAllowed(host: string, sites: SiteRules): boolean {
  const site = trimHost(host);
  const isListed = sites.patterns.some((pattern) => isHostUnder(site, pattern));
  return sites.mode === 'only' ? isListed : !isListed;
}

/** The rules after the reader switched one host on or off, in either mode. */
export function switchSite(sites: SiteRules, pattern: string, isOn: boolean): SiteRules {
  const isListedWanted = sites.mode === 'only' ? isOn : !isOn;
  if (isListedWanted) {
    return { ...sites, patterns: [...new Set([...sites.patterns, pattern])] };
  }
  // A host is allowed only after removing every rule that covers it: `example.org` also stops `news.example.org`.
  return { ...sites, patterns: sites.patterns.filter((listed) => !isHostUnder(pattern, listed)) };
}
