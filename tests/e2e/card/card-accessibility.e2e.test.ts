/** What screen readers get, from each browser's own accessibility tree, and the card without a mouse. */
import { describe, expect, test } from 'vitest';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { type AccessibleObject, readAccessibility } from '../../../tools/browsers/read-accessibility.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { useExtension } from '../driving/start-extension.ts';
import { openMenu } from './covered-card.ts';

const story = `<title>Story</title><article><h1>Police and faces</h1>
  <p>Police use Amazon Rekognition, and the study Gender Shades looked at it.</p></article>`;

/** The browsers use different names. */
const roles = {
  button: /^(button|pushbutton|togglebutton)$/,
  link: /^link$/,
  status: /^(status|statusbar)$/,
} as const;

describe.each(browserNames)('the card for a screen reader in %s', (browser) => {
  const tested = useExtension(browser);

  const readTree = (page: DrivenPage): Promise<AccessibleObject[]> =>
    readAccessibility(browser, tested.extension.driver.browser, page.page);

  /** The content of the dialog, once it satisfies the condition. */
  async function readDialog(
    page: DrivenPage,
    isEnough: (parts: readonly AccessibleObject[]) => boolean,
  ): Promise<AccessibleObject[]> {
    return waitFor(
      'the dialog in the accessibility tree',
      async () => {
        const tree = await readTree(page);
        const at = tree.findIndex(({ role, name }) => role === 'dialog' && name === 'Amazon Rekognition');
        if (at < 0) return [];
        const { depth } = tree[at] as AccessibleObject;
        const end = tree.findIndex((one, index) => index > at && one.depth <= depth);
        return tree.slice(at, end < 0 ? undefined : end);
      },
      isEnough,
    );
  }

  async function openByKey(): Promise<DrivenPage> {
    const page = await tested.openHtml(story);
    await page.waitForMark('Amazon Rekognition');
    await page.page.bringToFront();
    await tested.extension.driver.runCommand('next-mention');
    await page.waitForCard((text) => text.includes('Rekognition'));
    await page.waitForStillCard();
    return page;
  }

  test('opened by key it is a dialog with its title for a name, holds the focus, and every control has a name', async () => {
    const page = await openByKey();
    const parts = await readDialog(page, (all) => all.length > 40);
    expect(parts[0]).toMatchObject({ role: 'dialog', name: 'Amazon Rekognition' });
    expect(parts[0]?.isFocused ?? browser === 'firefox').toBe(true);
    expect(await page.callInCard((root) => root.activeElement?.getAttribute('role'), [])).toBe('dialog');
    const headings = parts.filter(({ role }) => role === 'heading').map(({ name }) => name);
    expect(headings[0]).toBe('Amazon Rekognition');
    expect(headings[1]).toMatch(/^Sources differ/);
    const controls = parts.filter(({ role }) => roles.button.test(role) || roles.link.test(role));
    expect(controls.filter(({ name }) => name === '')).toEqual([]);
    const names = controls.map(({ name }) => name);
    for (const name of ['Close', 'More']) expect(names).toContain(name);
    expect(page.errors).toEqual([]);
  });

  test('every item of its menu has a name', async () => {
    const page = await openByKey();
    await openMenu(page);
    const parts = await readDialog(page, (all) => all.some(({ role }) => role === 'menuitem'));
    expect(parts.filter(({ role }) => role === 'menuitem').map(({ name }) => name)).toEqual([
      'Why is this marked?',
      'Wrong match',
      'Hide this entity',
      'Not on this site',
      'Stop marking this topic Recognition systems and vendors',
      'Copy citation',
      'Report an error',
      'Options',
    ]);
    expect(page.errors).toEqual([]);
  });

  test('what an action came to is announced', async () => {
    const page = await openByKey();
    const isStatus = ({ role }: AccessibleObject) => roles.status.test(role);
    const before = await readDialog(page, (all) => all.some(isStatus));
    expect(before.find(isStatus)?.live).toBe('polite');
    await page.chooseInCard('hide');
    await readDialog(page, (all) => all.some(({ name }) => name.startsWith('Hidden everywhere')));
    await page.clickInCard('.undo');
    await readDialog(page, (all) => all.some(({ name }) => name === 'Undone.'));
  });

  test.each([
    ['the front', undefined],
    ['the quotations', 'quotes'],
  ])(
    'of %s Tab reaches every control, always with a focus that can be seen and lies in sight',
    async (_name, section) => {
      const page = await openByKey();
      if (section !== undefined) {
        await page.clickInCard(`[data-section="${section}"]`);
        await waitFor(
          'the section',
          () => page.callInCard((root) => root.activeElement?.id, []),
          (id) => id === 'section',
        );
        // From the card's own start, as on the front.
        await page.callInCard((root) => root.querySelector<HTMLElement>('.card')?.focus(), []);
      }
      const count = (await page.callInCard(countStops, [])) ?? 0;
      expect(count).toBeGreaterThan(8);
      const reached = new Set<number>();
      for (let step = 0; step < count; step++) {
        await page.press('Tab');
        const focus = await page.callInCard(describeFocus, []);
        expect(focus?.problems).toEqual([]);
        reached.add(focus?.number ?? -1);
      }
      expect(reached.size).toBe(count);
      await page.press('Escape');
      await page.waitForNoCard();
    },
  );
});

/** Runs on the card's root. */
function countStops(root: Document): number {
  const stops = root.querySelectorAll<HTMLElement>('a[href], button, summary, [tabindex="0"]');
  return [...stops].filter((stop) => stop.checkVisibility()).length;
}

/** Runs on the card's root: the control that has the focus, and what hides it. */
function describeFocus(root: Document): { number: number; problems: string[] } {
  const stops = [...root.querySelectorAll<HTMLElement>('a[href], button, summary, [tabindex="0"]')];
  const focused = root.activeElement;
  if (!(focused instanceof HTMLElement)) return { number: -1, problems: ['the focus is lost'] };
  const problems: string[] = [];
  const { outlineStyle, outlineWidth } = getComputedStyle(focused);
  if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) problems.push('no ring');
  // A link may wrap to a second line, which starts elsewhere: line breaks depend on the machine's fonts.
  const line = focused.getClientRects()[0] ?? focused.getBoundingClientRect();
  const top = root.elementFromPoint(line.left + Math.min(line.width, 20) / 2, line.top + line.height / 2);
  if (top === null || !(focused.contains(top) || top.contains(focused)))
    problems.push('something lies over it');
  const label = focused.getAttribute('aria-label') ?? focused.textContent;
  return { number: stops.indexOf(focused), problems: problems.map((problem) => `${label}: ${problem}`) };
}
