import { render } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import cardStyles from '../../../src/ui/card/card.css?inline';
import { ClaimView } from '../../../src/ui/content/claim-view.tsx';
import { type PageLinks, PageLinksContext } from '../../../src/ui/content/page-links.ts';
import { SourceList } from '../../../src/ui/content/source-line.tsx';
import type { CardClaim, CitedSource } from '../../../src/view-models/card-content.ts';
import { orderClaims } from '../../../src/view-models/order-claims.ts';
import { adoptStyles } from '../adopt-styles.ts';
import { clearSurface } from '../clear-surface.ts';
import { findCutOff } from '../find-cut-off.ts';

let place: HTMLElement;

beforeEach(() => {
  adoptStyles(cardStyles);
  place = document.body.appendChild(document.createElement('div'));
});

afterEach(() => {
  document.documentElement.style.fontSize = '';
  clearSurface(place);
});

function source(id: string, outlet: string, day: string, more: Partial<CitedSource> = {}): CitedSource {
  return { id, outlet, date: { value: day, precision: 'day' }, url: `https://${id}.example/a`, ...more };
}
const daily = source('daily', 'Daily', '2020-06-10');
const union = source('union', 'Civil Rights Union', '2021-05-18');
const weekly = source('weekly', 'Weekly', '2020-06-11');
const copy = source('copy', 'AP (altered copy)', '2020-06-11', { rewordedFrom: 'a story of the AP' });

const claim: CardClaim = {
  ref: 'small/paused',
  text: 'Acme stopped selling to the police.',
  positions: [
    { source: copy, stance: 'says', evidence: ['a pause on deals'] },
    { source: daily, stance: 'says', voice: 'own', evidence: ['a pause of sales', 'no more deals'] },
    { source: daily, stance: 'says', voice: 'Acme', evidence: ['we pause'] },
    { source: union, stance: 'says-in-part', evidence: [], note: 'Speaks of one police department.' },
    { source: weekly, stance: 'says-otherwise', evidence: ['it kept selling'] },
    { source: source('agency', 'Agency', '2020-06-10'), stance: 'does-not-mention', evidence: [] },
    { source: source('post', 'Post', '2020-06-10'), stance: 'does-not-mention', evidence: [] },
  ],
};

function show(
  shown: { pageDate?: string; saysDiffer?: boolean; isFolded?: boolean } = {},
  links?: PageLinks,
  of = claim,
) {
  const [view] = orderClaims([of]);
  if (view === undefined) throw new Error('Nobody speaks on the claim.');
  render(
    <PageLinksContext.Provider value={links}>
      <ul>
        <ClaimView view={view} {...shown} />
      </ul>
    </PageLinksContext.Provider>,
    place,
  );
}

const rows = () =>
  [...(place.querySelector('.stances')?.children ?? [])].map((row) => [
    row.querySelector('dt')?.textContent,
    ...[...row.querySelectorAll('dd li')].map((one) => one.textContent),
  ]);

test('a row for each stance, with each source once and its words; an altered copy comes last', () => {
  show({ pageDate: '2020-06-11' });
  expect(rows()).toEqual([
    [
      'says so',
      'Daily “a pause of sales” “no more deals” in the words of Acme “we pause”',
      'AP (altered copy) “a pause on deals”',
    ],
    ['in less detail', 'Civil Rights Union 2021 Speaks of one police department.'],
    ['says otherwise', 'Weekly “it kept selling”'],
  ]);
  expect(place.querySelector('.silent')?.textContent).toBe('does not mention it: Agency, Post');
  // Three outlets speak: an altered copy is none.
  expect(place.querySelector('.label')?.textContent).toBe('Sources differ · 3 outlets');
});

test('without a page the year of most sources is named once; with one, a year that differs from the page’s', () => {
  show();
  expect(place.querySelector('.label')?.textContent).toBe('Sources differ · 3 outlets · 2020');
  expect(rows().flat().join()).toContain('Civil Rights Union 2021');
  expect(rows().flat().join()).not.toContain('2020');
  show({ pageDate: '2021-05-19', saysDiffer: false });
  expect(place.querySelector('.label')?.textContent).toBe('3 outlets');
  expect(rows().flat().join()).toContain('Daily 2020');
  expect(rows().flat().join()).not.toContain('2021');
});

test('the outlet is the link: to the quoted words, or in the library to the source’s page', () => {
  show();
  const outlet = () => place.querySelector<HTMLAnchorElement>('.stances a.outlet');
  expect(outlet()?.href).toBe('https://daily.example/a#:~:text=a%20pause%20of%20sales');
  const nowhere = () => undefined;
  const links = { source: (id: string) => `#/${id}`, entity: nowhere, statement: nowhere, claim: nowhere };
  show({}, links);
  expect(outlet()?.getAttribute('href')).toBe('#/daily');
});

test('others’ words are in the quotations’ type, and ours are not', () => {
  show();
  const family = (selector: string) => {
    const element = place.querySelector(selector);
    return element && getComputedStyle(element).fontFamily;
  };
  expect(family('.stances .quoted')).toBe('serif');
  for (const ours of ['.stances dt', '.outlet', '.voice', '.note']) expect(family(ours)).not.toBe('serif');
});

test('a copy that its name does not call altered is called so, and comes last in a list of sources', () => {
  const republisher = source('copy', 'Republisher', '2020-06-11', { rewordedFrom: 'a story of the AP' });
  render(<SourceList sources={[republisher, daily]} />, place);
  expect(place.textContent).toBe('Sources Daily 10 June 2020; Republisher (altered copy) 11 June 2020');
});

test.each([
  [360, '100%', true],
  [360, '200%', false],
  [700, '100%', true],
])(
  '%i px wide at %s text nothing is cut off, and stance and words are side by side: %s',
  async (width, size, isBeside) => {
    await page.viewport(800, 900);
    place.style.width = `${width}px`;
    document.documentElement.style.fontSize = size;
    show();
    expect(findCutOff(place)).toEqual([]);
    expect(place.scrollWidth).toBeLessThanOrEqual(width);
    const [stance, words] = ['dt', 'dd'].map((name) =>
      place.querySelector(`.stances ${name}`)?.getBoundingClientRect(),
    );
    expect(stance?.top === words?.top).toBe(isBeside);
  },
);
