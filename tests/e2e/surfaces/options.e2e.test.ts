import { describe, expect, test } from 'vitest';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import type { DrawnMark } from '../../../tools/browsers/page-probes.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { useExtension } from '../driving/start-extension.ts';

const article = `<article><p>Police used Amazon Rekognition. Gender Shades tested others.</p></article>`;

describe.each(browserNames)('the options in %s', (name) => {
  const tested = useExtension(name);

  async function openOptions(hash = ''): Promise<DrivenPage> {
    const options = await tested.openSurface(`src/entrypoints/options.html${hash}`);
    await options.page.waitForSelector('#topics input');
    await options.page.bringToFront();
    return options;
  }

  test('an entity is found by one of its names and switched off: its mark goes from an open tab, and undo brings it back', async () => {
    const page = await tested.openHtml(article);
    await page.waitForMark('Amazon Rekognition');
    const options = await openOptions();
    await options.page.type('.entities input', 'rekogni');
    await waitForText(options, '.found', 'Amazon Rekognition');
    await clickLabel(options, '.found', 'Amazon Rekognition');
    const left = await page.waitForMarks((marks) => !texts(marks).includes('Amazon Rekognition'));
    expect(texts(left)).toEqual(['Gender Shades']);
    await waitForText(options, '.hidden-entities', 'Amazon Rekognition');
    await click(options, '.undo');
    await page.waitForMark('Amazon Rekognition');
    expect([...page.errors, ...options.errors]).toEqual([]);
  });

  test('another style is chosen, an open tab follows, and the keyboard takes it back', async () => {
    const page = await tested.openHtml(article);
    await page.waitForMark('Gender Shades');
    const options = await openOptions('#marks');
    await click(options, 'input[name=line][value=solid]');
    await waitFor(
      'solid lines',
      () => page.call(readLineStyles),
      (styles) => styles === 'solid',
    );
    expect(await options.call(readPreviewLine)).toBe('solid');
    await options.page.keyboard.down('Control');
    await options.page.keyboard.press('z');
    await options.page.keyboard.up('Control');
    await waitFor(
      'the lines from before',
      () => page.call(readLineStyles),
      (styles) => styles === 'dotted',
    );
    await waitForText(options, '.outcome', 'Undone. How marks look: changed');
    expect([...page.errors, ...options.errors]).toEqual([]);
  });

  test('a site is explained, added, tried, and removed with the focus kept; undo adds it again', async () => {
    const options = await openOptions('#sites');
    await options.page.type('#site', 'https://www.example.org/sports');
    await waitForText(options, '#site-hint', 'Covers example.org and everything under it.');
    await options.page.keyboard.press('Enter');
    await waitForText(options, '.site-rules', 'example.org');
    await options.page.type('#try-address', 'news.example.org');
    await waitForText(options, '#try-verdict', 'Would not be read: example.org is on the list.');
    await click(options, '.site-rules button');
    await waitForText(options, '.site-rules', 'No sites listed.');
    // The list is empty: the focus is on its container, not lost.
    await waitFor(
      'the focus',
      () => options.call(() => document.activeElement?.className),
      (at) => at === 'site-rules',
    );
    await click(options, '.undo');
    await waitForText(options, '.site-rules', 'example.org');
    await click(options, '.undo');
    await waitForText(options, '.site-rules', 'No sites listed.');
    expect(options.errors).toEqual([]);
  });

  test('the keys that the browser gives the commands are listed', async () => {
    const options = await openOptions('#shortcuts');
    const keys = await waitFor(
      'keys',
      () => options.call(readKeys),
      (found) => found.length > 0,
    );
    expect(keys).toEqual(['Alt+Shift+J', 'Alt+Shift+K', 'Alt+Shift+L', 'Alt+Shift+U']);
  });

  test('every control is reached by Tab, and shows that it has the focus', async () => {
    const options = await openOptions();
    const seen = new Set<string>();
    for (let step = 0; step < 120; step += 1) {
      await options.page.keyboard.press('Tab');
      const { place, isSeen } = await options.call(readFocus);
      if (seen.has(place)) break;
      if (place !== 'BODY') expect([place, isSeen]).toEqual([place, true]);
      seen.add(place);
    }
    const wanted = await options.call(listControls);
    expect(wanted.length).toBeGreaterThan(25);
    expect(wanted.filter((place) => !seen.has(place))).toEqual([]);
  });
});

function texts(marks: readonly DrawnMark[]): string[] {
  return marks.map(({ text }) => text);
}

/** With the real mouse. */
async function click(page: DrivenPage, selector: string): Promise<void> {
  const element = await page.page.waitForSelector(selector);
  await element?.evaluate((found) => found.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await element?.click();
}

async function clickLabel(page: DrivenPage, within: string, label: string): Promise<void> {
  const id = await page.call(
    (place, words) =>
      [...document.querySelectorAll<HTMLLabelElement>(`${place} label`)].find(
        ({ textContent }) => textContent === words,
      )?.htmlFor ?? '',
    within,
    label,
  );
  await click(page, `label[for="${id}"]`);
}

function waitForText(page: DrivenPage, selector: string, text: string): Promise<string> {
  return waitFor(
    `"${text}" in ${selector}`,
    () => page.call((wanted) => document.querySelector(wanted)?.textContent ?? '', selector),
    (found) => found.includes(text),
  );
}

function readLineStyles(): string {
  const paragraph = document.querySelector('p');
  const names = [...CSS.highlights.keys()].filter((name) => /^[a-p]{16}[a-z0-9]$/.test(name));
  if (!paragraph) return '';
  return names
    .map((name) => getComputedStyle(paragraph, `::highlight(${name})`).textDecorationStyle)
    .sort()
    .join(' ');
}

function readPreviewLine(): string {
  const mark = document.querySelector('.mark-preview')?.shadowRoot?.querySelector('sidelight-mark');
  return mark ? getComputedStyle(mark).textDecorationStyle : '';
}

function readKeys(): string[] {
  return [...document.querySelectorAll('.shortcuts dd')].map(({ textContent }) => textContent ?? '');
}

/** The control that has the focus, by its place in the document, and whether it has an outline. */
function readFocus(): { place: string; isSeen: boolean } {
  const active = document.activeElement;
  if (!active || active === document.body) return { place: 'BODY', isSeen: true };
  const shown =
    active instanceof HTMLInputElement && active.matches('.hidden-visually')
      ? (active.labels?.[0] ?? active)
      : active;
  const { outlineStyle, outlineWidth } = getComputedStyle(shown);
  const index = [...document.querySelectorAll('a, button, input, select')].indexOf(active);
  return { place: `${active.tagName} ${index}`, isSeen: outlineStyle !== 'none' && outlineWidth !== '0px' };
}

/** Every control that Tab must reach: of radio buttons the selected one; nothing disabled or hidden. */
function listControls(): string[] {
  return [...document.querySelectorAll<HTMLInputElement>('a, button, input, select')]
    .map((control, index) => ({ control, place: `${control.tagName} ${index}` }))
    .filter(({ control }) => !control.disabled && control.getClientRects().length > 0)
    .filter(({ control }) => control.type !== 'radio' || control.checked)
    .map(({ place }) => place);
}
