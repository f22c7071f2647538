/**
 * Every surface and the marks with forced colours. In Firefox by its preference; puppeteer cannot force them for every
 * tab in Chromium, but `marks.css` and the surfaces' styles are the same.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../../tools/browsers/call-in-page.ts';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { useExtension } from '../driving/start-extension.ts';
import { changeSetting } from '../settings/change-setting.ts';

const article = readFileSync(new URL('../../../assets/demo/article.html', import.meta.url), 'utf8');
/** Unlike any of our colours, so that one of ours can be told from the system's. */
const forced = { background: '#000040', text: '#ffff80', link: '#80ffff' };
const drawnSurfaces: readonly (readonly [path: string, selector: string])[] = [
  ['src/entrypoints/welcome.html', '#knows'],
  ['src/entrypoints/options.html', '#topics input'],
  ['src/entrypoints/library.html', 'main h2'],
  ['src/entrypoints/library.html#/search?q=moratorium', '.results h2'],
  ['src/entrypoints/library.html#/entity/facial-recognition/amazon-rekognition', '.stances dd'],
];

describe('forced colours in firefox', () => {
  const tested = useExtension('firefox', {
    firefoxPreferences: {
      'browser.display.document_color_use': 2,
      'browser.display.use_system_colors': false,
      'browser.display.background_color': forced.background,
      'browser.display.foreground_color': forced.text,
      'browser.anchor_color': forced.link,
      'browser.visited_color': forced.link,
    },
  });

  async function expectLegible(surface: DrivenPage): Promise<void> {
    expect(await surface.call(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
    expect(await surface.call(findFaults, null)).toEqual([]);
    expect(await walkByKey(surface)).toEqual([]);
  }

  test.each(drawnSurfaces)(
    '%s: text, borders and focus contrast with the background',
    async (path, selector) => {
      const surface = await tested.openSurface(path);
      await surface.page.waitForSelector(selector);
      await expectLegible(surface);
    },
  );

  test('pop-up and side panel with what a page mentions and quotes', async () => {
    const page = await tested.openHtml(article);
    await page.waitForMark('Rekognition');
    const tab = await tested.extension.findTabId(page);
    const popup = await tested.openSurface(`src/entrypoints/toolbar.html?tab=${tab}`);
    await popup.page.waitForSelector('.findings li');
    await expectLegible(popup);
    await popup.close();
    const panel = await tested.openSurface(`src/entrypoints/panel.html?tab=${tab}`);
    for (const name of ['overview', 'quotes', 'claims', 'names', 'timeline']) {
      await panel.page.locator(`#tab-${name}`).click();
      await expectLegible(panel);
    }
    await panel.close();
  });

  test('the card, unfolded', async () => {
    const page = await tested.openHtml(article);
    await page.waitForMark('Rekognition');
    await page.clickMark('Rekognition');
    await page.waitForStillCard();
    for (const section of ['quotes', 'claims', 'facts', 'dates', 'related']) {
      await page.clickInCard(`[data-section="${section}"]`);
      await waitFor(
        `${section}, unfolded`,
        () => page.callInCard(unfoldSection, [section]),
        (isUnfolded) => isUnfolded === true,
      );
      expect([section, await page.callInCard(findFaults, [])]).toEqual([section, []]);
    }
    await page.chooseInCard('why');
    expect(await page.callInCard(findFaults, [])).toEqual([]);
    for (let stop = 0; stop < 12; stop++) {
      await page.press('Tab');
      expect(await page.callInCard(checkFocus, [])).toBe('');
    }
  });

  test('marks are distinct from the text around them, by a line that contrasts with the background', async () => {
    const page = await tested.openHtml(
      '<article><p style="font-size:30px">They used Amazon Rekognition.</p></article>',
    );
    await page.waitForMark('Amazon Rekognition');
    const box = await page.boxOfMark('Amazon Rekognition');
    const shoot = () =>
      page.page.screenshot({ encoding: 'base64', clip: { ...box, y: box.y - 4, height: box.height + 8 } });
    const marked = await shoot();
    await changeSetting(tested, 'enabled', false);
    await page.page.bringToFront();
    await page.waitForMarks((marks) => marks.length === 0);
    const drawn = await page.call(compareDrawings, marked, await shoot(), forced.background);
    await changeSetting(tested, 'enabled', true);
    // A dashed line of two pixels under the whole name, minus gaps around descenders.
    expect(drawn.pixels).toBeGreaterThan(box.width * 0.6);
    expect(drawn.contrast).toBeGreaterThan(4.5);
  });

  test('the options show the one look that marks have there', async () => {
    const options = await tested.openSurface('src/entrypoints/options.html');
    const previews = () => options.call(() => document.querySelectorAll('.mark-preview').length);
    await waitFor('the preview', previews, (count) => count > 0);
    expect(await previews()).toBe(1);
    expect(await options.call(() => document.querySelector('.previews')?.textContent ?? '')).toContain(
      'the system’s own colours',
    );
  });
});

/** Runs on the card's root. Whether the section is shown and all that it folds is rendered; unfolds it if not. */
function unfoldSection(root: Document, section: string): boolean {
  const link = root.querySelector(`[data-section="${section}"]`);
  if (link?.getAttribute('aria-current') !== 'true') return false;
  const folds = [...root.querySelectorAll('details')];
  for (const fold of folds) fold.open = true;
  return folds.every(({ children }) => children.length > 1);
}

/** Presses Tab through the first stops of a surface: where the focus is not visible. */
async function walkByKey(surface: DrivenPage): Promise<string[]> {
  const faults: string[] = [];
  for (let stop = 0; stop < 15; stop++) {
    await surface.press('Tab');
    const fault = await surface.call(checkFocus, null);
    if (fault !== '') faults.push(fault);
  }
  return faults;
}

/** Runs in a page. Text and control borders that do not contrast with the system's background. */
function findFaults(scope: Document | null): string[] {
  const root = scope ?? document;
  const readColor = (color: string) =>
    (/^rgba?\(([^)]*)\)$/.exec(color)?.[1] ?? '').split(/[,\s/]+/).map(Number);
  const luminance = (channels: readonly number[]) => {
    const [r = 0, g = 0, b = 0] = channels.map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string) => {
    const [x, y] = [luminance(readColor(a)), luminance(readColor(b))];
    return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
  };
  const backgroundOf = (element: Element | null): string => {
    for (let one = element; one; one = one.parentElement) {
      const background = getComputedStyle(one).backgroundColor;
      if ((readColor(background)[3] ?? 1) > 0.5) return background;
    }
    return getComputedStyle(document.documentElement).backgroundColor;
  };
  const probe = document.createElement('span');
  document.body.append(probe);
  const system = ['Canvas', 'CanvasText', 'LinkText', 'VisitedText', 'ButtonText', 'GrayText', 'FieldText'];
  const system2 = [
    'Highlight',
    'HighlightText',
    'SelectedItem',
    'SelectedItemText',
    'Mark',
    'MarkText',
    'ButtonFace',
    'Field',
    'ActiveText',
    'AccentColor',
    'AccentColorText',
  ];
  const systemColors = new Set(
    [...system, ...system2].map((name) => {
      probe.style.cssText = `forced-color-adjust: none; color: ${name}`;
      return getComputedStyle(probe).color;
    }),
  );
  probe.remove();
  const faults: string[] = [];
  for (const element of root.querySelectorAll<HTMLElement>('body *, .card *')) {
    const { width, height } = element.getBoundingClientRect();
    if (width < 2 || height < 2 || !element.checkVisibility() || element.closest('[aria-hidden]')) continue;
    const style = getComputedStyle(element);
    const name = `${element.localName}.${element.className} “${element.textContent.trim().slice(0, 30)}”`;
    const background = backgroundOf(element);
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim());
    if (hasText) {
      if (!systemColors.has(style.color)) faults.push(`${name}: text in ${style.color}`);
      const least = element.closest('[disabled], [aria-disabled=true]') ? 1.5 : 4.5;
      if (contrast(style.color, background) < least) faults.push(`${name}: ${style.color} on ${background}`);
    }
    if (!element.matches('input, select, textarea, button') || element.matches('[disabled]')) continue;
    // Browsers draw these themselves; a field may have the border of its container.
    if (element.matches('[type=radio], [type=checkbox]:not([role=switch]), [type=range], [type=file]'))
      continue;
    const edge = [element, element.parentElement]
      .filter((one) => one !== null)
      .map((one) => getComputedStyle(one))
      .find(({ borderTopWidth }) => Number.parseFloat(borderTopWidth) > 0);
    // A button without a border is recognised by its words or its icon.
    if (edge === undefined && !element.matches('button')) faults.push(`${name}: no border`);
    const around = backgroundOf(element.parentElement);
    if (edge !== undefined && contrast(edge.borderTopColor, around) < 3)
      faults.push(`${name}: border ${edge.borderTopColor} on ${around}`);
  }
  return faults;
}

/** Runs in a page. What is wrong with the focus indicator; empty if nothing is. */
function checkFocus(scope: Document | null): string {
  const element = (scope ?? document).activeElement;
  if (!element || element === document.body) return '';
  const background = getComputedStyle(document.documentElement).backgroundColor;
  // A field shows it on its container.
  const isSeen = [element, element.parentElement].some((one) => {
    if (one === null) return false;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1 && outlineColor !== background;
  });
  const isOurs = element.matches(':focus-visible') && !element.matches('.card, main, h1, h2');
  return isSeen || !isOurs ? '' : `${element.outerHTML.slice(0, 90)}: no ring`;
}

/**
 * Runs in a page. How many pixels of two pictures differ, and the contrast of the first drawing against the background.
 */
async function compareDrawings(
  first: string,
  second: string,
  background: string,
): Promise<{ [key: string]: Json } & { pixels: number; contrast: number }> {
  const read = async (base64: string) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height).data;
  };
  const [one, other] = [await read(first), await read(second)];
  const luminance = (channels: readonly number[]) => {
    const [r = 0, g = 0, b = 0] = channels.map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const under = luminance([1, 3, 5].map((at) => Number.parseInt(background.slice(at, at + 2), 16)));
  const contrasts: number[] = [];
  for (let at = 0; at < one.length; at += 4) {
    const [a, b] = [[...one.slice(at, at + 3)], [...other.slice(at, at + 3)]];
    if (a.every((value, channel) => Math.abs(value - (b[channel] ?? 0)) < 40)) continue;
    const drawn = luminance(a);
    contrasts.push((Math.max(drawn, under) + 0.05) / (Math.min(drawn, under) + 0.05));
  }
  const sum = contrasts.reduce((all, value) => all + value, 0);
  return { pixels: contrasts.length, contrast: contrasts.length === 0 ? 1 : sum / contrasts.length };
}
