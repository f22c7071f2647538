import axe from 'axe-core';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ActivePage } from '../../../src/contracts/active-page.ts';
import { showPanel } from '../../../src/ui/side-panel/panel.tsx';
import { makePanelContent } from '../../../src/view-models/make-panel-content.ts';
import { panelPack } from '../../view-models/panel-pack.ts';
import { waitUntil } from '../wait-until.ts';
import {
  chooseAction,
  chosenTab,
  closed,
  follow,
  open,
  place,
  quotingTwice,
  renewPlace,
  services,
  setUpPanel,
  show,
  story,
  tabNames,
} from './shown-panel.ts';

setUpPanel();

test('an altered quotation leads with what differs, and with the speaker that the page names', async () => {
  await show(open(story), 'Quotes');
  const quotation = place.querySelector('.quotation');
  const words = quotation?.textContent ?? '';
  expect(words.indexOf('someone else')).toBeGreaterThan(-1);
  expect(words.indexOf('someone else')).toBeLessThan(words.indexOf('rules'));
  expect(words.indexOf('rules')).toBeLessThan(words.indexOf('We will wait'));
  expect(words).not.toContain('word for word');
});

test('a click on what is mentioned or quoted goes there on the page', async () => {
  await show(open(story), 'Names');
  await page.getByRole('button', { name: 'Acme 3 outlets · 1 time', exact: true }).click();
  expect(services.revealEntity).toHaveBeenCalledExactlyOnceWith('small/acme');
  await page.getByRole('tab', { name: 'Quotes' }).click();
  await page.getByRole('button', { name: 'Show on the page' }).click();
  expect(services.revealStatement).toHaveBeenCalledExactlyOnceWith('small/lee-letter', 0);
});

test('next and previous go from quotation to quotation, round and round', async () => {
  await show(quotingTwice(), 'Quotes');
  const press = (name: string) => page.getByRole('button', { name: `${name} quotation` }).click();
  const place = () => document.querySelector('.place')?.textContent;
  expect(place()).toBe('');
  await press('Next');
  await expect.poll(place).toBe('Quotation 1 of 3');
  await press('Next');
  await expect.poll(place).toBe('Quotation 2 of 3');
  await press('Next');
  await expect.poll(place).toBe('Quotation 3 of 3');
  expect(reached()).toEqual(['trimmed: for rules']);
  await press('Next');
  await expect.poll(place).toBe('Quotation 1 of 3');
  await press('Previous');
  await expect.poll(place).toBe('Quotation 3 of 3');
  await press('Previous');
  await expect.poll(place).toBe('Quotation 2 of 3');
  expect(services.revealStatement.mock.calls).toEqual([
    ['small/lee-letter', 0],
    ['small/pause', 0],
    ['small/lee-letter', 1],
    ['small/lee-letter', 0],
    ['small/lee-letter', 1],
    ['small/pause', 0],
  ]);
  expect(reached()).toEqual(['verbatim: We pause.']);
});

/** The passages marked as the current one. */
function reached(): string[] {
  return [...document.querySelectorAll('[aria-current=true]')].map(
    (one) => `${one.classList[1]}: ${one.querySelector('blockquote')?.textContent}`,
  );
}

test('each passage leads to its own place, from which next and previous go on', async () => {
  await show(quotingTwice(), 'Quotes');
  const buttons = page.getByRole('button', { name: 'Show on the page' });
  expect(buttons.elements()).toHaveLength(3);
  // A statement is listed once: its second passage is shown before the other statement.
  await buttons.nth(1).click();
  expect(services.revealStatement).toHaveBeenLastCalledWith('small/lee-letter', 1);
  await expect.poll(reached).toEqual(['trimmed: for rules']);
  await page.getByRole('button', { name: 'Previous quotation' }).click();
  expect(services.revealStatement).toHaveBeenLastCalledWith('small/pause', 0);
});

test('going back begins with the last quotation', async () => {
  await show(quotingTwice(), 'Quotes');
  await page.getByRole('button', { name: 'Previous quotation' }).click();
  expect(services.revealStatement).toHaveBeenCalledExactlyOnceWith('small/lee-letter', 1);
});

test('a statement is listed once, with each of its passages; a page with one has no button to the next', async () => {
  await show(quotingTwice(), 'Quotes');
  const [first, ...others] = [...place.querySelectorAll('.quotation')].map((one) => one.textContent ?? '');
  expect(others).toHaveLength(1);
  expect(first).toContain('We will wait for rules.');
  expect(first).toContain('for rules');
  renewPlace();
  await show(open(story), 'Quotes');
  expect(place.textContent).not.toContain('Next quotation');
});

test('a mention that is no longer on the page is reported', async () => {
  services.step.mockRejectedValueOnce(new Error('gone'));
  await show(open(story), 'Names');
  await page.getByRole('button', { name: 'Next mention' }).click();
  await waitUntil(() => place.querySelector('.outcome')?.textContent === 'That is no longer on the page.');
});

test('the timeline has one tab stop and is walked by arrow keys', async () => {
  await show(open(story), 'Timeline');
  const stops = () => place.querySelectorAll('.point[tabindex="0"]');
  expect(stops()).toHaveLength(1);
  (stops()[0] as HTMLElement).focus();
  const reported = () => place.querySelector('.chosen')?.textContent;
  await userEvent.keyboard('{Home}');
  await expect.poll(reported).toContain('A year of protest.');
  await userEvent.keyboard('{End}');
  await expect.poll(reported).toContain('Acme resumes.');
  expect(document.activeElement?.getAttribute('aria-pressed')).toBe('true');
  expect(stops()).toHaveLength(1);
});

test('the chosen point of the timeline stays chosen and in focus in another width', async () => {
  await show(open(story), 'Timeline');
  const chosen = () => place.querySelector('.chosen')?.textContent;
  place.querySelector<HTMLButtonElement>('.point[tabindex="0"]')?.focus();
  await userEvent.keyboard('{End}');
  await expect.poll(chosen).toContain('Acme resumes.');
  const left = () => place.querySelector<HTMLElement>('.point[tabindex="0"]')?.style.insetInlineStart;
  const leftBefore = left();
  await page.viewport(900, 900);
  await expect.poll(left).not.toBe(leftBefore);
  expect(chosen()).toContain('Acme resumes.');
  expect(document.activeElement?.getAttribute('aria-pressed')).toBe('true');
});

test('the timeline grows with the reader’s text, keeps within its place, and no point covers another', async () => {
  await show(open(story), 'Timeline');
  const sizes = () => {
    const timeline = place.querySelector('.timeline') as HTMLElement;
    const { width, height, left, right } = timeline.getBoundingClientRect();
    const points = [...timeline.querySelectorAll('.point')].map((point) => point.getBoundingClientRect());
    return {
      isFitted: Math.abs((timeline.querySelector('svg')?.getBoundingClientRect().width ?? 0) - width) <= 2,
      height,
      pointWidths: new Set(points.map((point) => Math.round(point.width))),
      labelHeight: timeline.querySelector('text')?.getBoundingClientRect().height ?? 0,
      outside: points.filter((point) => point.left < left - 1 || point.right > right + 1).length,
      covered: points.filter((point, at) => at > 0 && point.left < (points[at - 1]?.right ?? 0) - 1).length,
    };
  };
  await expect.poll(() => sizes().isFitted).toBe(true);
  const usual = sizes();
  expect([...usual.pointWidths]).toEqual([24]);
  document.documentElement.style.fontSize = '200%';
  try {
    await expect.poll(() => sizes().isFitted && sizes().height).toBe(usual.height * 2);
    const large = sizes();
    expect([...large.pointWidths]).toEqual([48]);
    expect(large.labelHeight / usual.labelHeight).toBeGreaterThan(1.9);
    expect([large.outside, large.covered]).toEqual([0, 0]);
    // A smaller text size must not shrink touch targets.
    document.documentElement.style.fontSize = '75%';
    await expect.poll(() => [...sizes().pointWidths]).toEqual([24]);
  } finally {
    document.documentElement.style.fontSize = '';
  }
});

test('a page that makes a claim and names nothing gets the claim', async () => {
  const panelContent = { ...makePanelContent(panelPack, story), mentioned: [], quoted: [] };
  expect(panelContent.made.length).toBeGreaterThan(0);
  await show(open(story, [panelContent]), 'Claims');
  expect(place.querySelector('.claim')).not.toBeNull();
  expect(place.textContent).not.toContain('mentions nothing');
});

test('a claim shows at once who says so and who does not, and in which words on demand', async () => {
  await show(open(story), 'Claims');
  const disputed = place.querySelector('.claim.disputed') as HTMLElement;
  const stances = [...(disputed.querySelector('.stances')?.children ?? [])].map((line) => line.textContent);
  expect(stances).toEqual(['says soDaily', 'says otherwiseWeekly']);
  const words = disputed.querySelector('.quoted') as HTMLElement;
  expect(words.checkVisibility()).toBe(false);
  disputed.querySelector('summary')?.click();
  expect(words.checkVisibility()).toBe(true);
  expect(words.textContent).toBe(' “as printed”');
});

test('with several packs the page is named once, and a pack that knows nothing of it takes no room', async () => {
  const other = { ...panelPack, id: 'other', title: 'Another pack', claims: [] };
  const panelContents = [panelPack, other].map((pack) => makePanelContent(pack, story));
  await show(open(story, panelContents));
  expect(place.querySelectorAll('main, h1')).toHaveLength(2);
  expect(place.textContent).not.toContain('mentions nothing');
  expect(place.textContent).not.toContain('Another pack');
  expect(place.querySelector('.pack-name')).toBeNull();
  expect(place.querySelectorAll('.pack-provenance')).toHaveLength(1);
});

test('if two packs have content for the page each is named, and exports are its own', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  const other = { ...panelPack, id: 'other', title: 'Another pack' };
  const [block] = story.blocks;
  if (!block) throw new Error('The story has a block.');
  const known = { entity: 'other/iris', name: 'Iris', start: 12, end: 16 };
  const reading = { ...story, blocks: [{ ...block, mentions: [...block.mentions, known] }] };
  const panelContents = [panelPack, other].map((pack) => makePanelContent(pack, reading));
  await show(open(reading, panelContents));
  const named = [...place.querySelectorAll('.pack-name')].map((one) => one.textContent);
  expect(named).toEqual(['Small pack', 'Another pack']);
  const headings = [...place.querySelectorAll('h2')].map((one) => one.textContent);
  expect(headings).toContain('Others report, not found here Small pack 2');
  expect(headings).toContain('Others report, not found here Another pack 2');
  expect(new Set(headings).size).toBe(headings.length);
  expect(page.getByRole('region', { name: 'Another pack' }).elements()).toHaveLength(1);
  expect(place.querySelectorAll('main, h1')).toHaveLength(2);
  await chooseAction('Copy as Markdown', 1);
  await waitUntil(() => place.querySelector('.outcome')?.textContent === 'Copied.');
  expect(write.mock.calls[0]?.[0]).toContain('Iris');
  expect(write.mock.calls[0]?.[0]).not.toContain('We will wait');
  const saved = new Promise<string>((resolve) => {
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      HTMLAnchorElement.prototype.click = click;
      void fetch(this.href).then(async (reply) => resolve(await reply.text()));
    };
  });
  await chooseAction('Download annotations', 1);
  const { items } = JSON.parse(await saved);
  expect(items.map(({ body }: { body: { value: string } }) => body.value)).toEqual(['Iris']);
});

test('the copied briefing is Markdown', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await show(open(story));
  await chooseAction('Copy as Markdown');
  await waitUntil(() => place.querySelector('.outcome')?.textContent === 'Copied.');
  expect(write.mock.calls[0]?.[0]).toMatch(/^# A story\n/);
});

test.each<[Partial<ActivePage>, string]>([
  [{ obstacle: 'permission' }, 'until you allow it'],
  [{ obstacle: 'restricted' }, 'does not allow extensions here'],
  [{ stoppedBy: 'disabled' }, 'off on this page'],
  [{ stoppedBy: 'site' }, 'off on this page'],
  [{}, 'has not read this page yet'],
])('without a briefing the panel says why (%j), and nothing of the page', async (state, said) => {
  await show(closed(state));
  await waitUntil(() => place.querySelector('.stop')?.textContent?.includes(said));
  expect(place.textContent).not.toMatch(/mentions nothing|date/);
  expect(tabNames()).toEqual([]);
  follow(open(story));
  await expect.poll(chosenTab).toBe('Overview');
});

test('a background that does not answer is reported with what to do', async () => {
  showPanel(place, { ...services, watchPage: (_onPage, onProblem) => onProblem() });
  await waitUntil(() => place.querySelector('.stop')?.textContent?.includes('is not responding'));
});

test.each<[string, ActivePage]>([
  ['a story', open(story)],
  ['a page with several quotations', quotingTwice()],
  ['a page about something else', open({ ...story, blocks: [] })],
  ['a page that is closed to extensions', closed({ obstacle: 'browser-page' })],
  ['a page on which Sidelight is off', closed({ stoppedBy: 'disabled' })],
])('axe finds nothing amiss in any tab of the panel for %s, light and dark', async (_case, shown) => {
  for (const theme of ['light', 'dark'] as const) {
    services.watchAppearance.mockImplementationOnce((onChange) =>
      onChange({ theme: theme as 'light', language: 'en' }),
    );
    await show(shown);
    // From the last to the first, so that each has been rendered in the end.
    for (const tab of ['', ...tabNames()].toReversed()) {
      if (tab) await page.getByRole('tab', { name: tab }).click();
      const { violations } = await axe.run(place, { rules: { region: { enabled: false } } });
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
    renewPlace();
  }
});
