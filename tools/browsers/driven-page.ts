import type { Frame, KeyInput, Page } from 'puppeteer-core';
import { callInPage, describeFunction, type Json } from './call-in-page.ts';
import type { ExtensionDriver } from './extension-driver.ts';
import {
  type Box,
  type DrawnMark,
  findBoxInCard,
  findMarkBox,
  findTextBox,
  finishAnimations,
  isOpenCard,
  readCardText,
  readMarks,
  readRootText,
  readWholeCardText,
} from './page-probes.ts';
import { waitFor } from './wait-for.ts';

/**
 * Half a second, plus the browser's delay to notice (`src/page/interaction/watch-occlusion.ts`,
 * `src/ui/card/watch-visibility.ts`).
 */
const stillForMs = 900;

const menuButton = '.menu-button';
/** The selector of an item of the card's menu. */
export const menuItem = (name: string) => `[role="menuitem"][name="${name}"]`;

/** A page with the extension, driven as by a reader: real mouse, real keys, rendered text. */
export class DrivenPage {
  readonly page: Page;
  /** Uncaught errors and `console.error` of the page and of the content scripts in it. */
  readonly errors: string[] = [];

  readonly #driver: ExtensionDriver;

  constructor(driver: ExtensionDriver, page: Page) {
    this.#driver = driver;
    this.page = page;
    page.on('pageerror', (error) =>
      this.errors.push(error instanceof Error ? (error.stack ?? error.message) : `${error}`),
    );
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
  }

  /** Runs a function in the page's own world. It is sent as source text: only its arguments go with it. */
  call<Arguments extends readonly Json[], Result>(
    run: (...args: Arguments) => Result,
    ...args: Arguments
  ): Promise<Awaited<Result>> {
    return callInPage(this.page, run, ...args);
  }

  /** Everything drawn on the page (or in one of its frames), in reading order. */
  readMarks(frame: Frame = this.page.mainFrame()): Promise<DrawnMark[]> {
    return callInPage(frame, readMarks);
  }

  /** Waits until the marks satisfy the condition (by default: any mark) and returns them. */
  waitForMarks(
    isEnough: (marks: readonly DrawnMark[]) => boolean = (marks) => marks.length > 0,
    timeoutMs?: number,
    frame?: Frame,
  ): Promise<DrawnMark[]> {
    return waitFor('marks', () => this.readMarks(frame), isEnough, timeoutMs);
  }

  /** Waits until `text` is marked somewhere. */
  waitForMark(text: string, timeoutMs?: number): Promise<DrawnMark[]> {
    const isMarked = (marks: readonly DrawnMark[]): boolean => marks.some((mark) => mark.text === text);
    return waitFor(`a mark on "${text}"`, () => this.readMarks(), isMarked, timeoutMs);
  }

  /** Clicks with the real mouse on the nth (from 0) mark of `text`. */
  async clickMark(
    text: string,
    occurrence = 0,
    frame: Frame = this.page.mainFrame(),
    pressMs = 0,
  ): Promise<void> {
    await this.clickBox(await this.boxOfMark(text, occurrence, frame), frame, pressMs);
  }

  async boxOfMark(text: string, occurrence = 0, frame: Frame = this.page.mainFrame()): Promise<Box> {
    const box = await callInPage(frame, findMarkBox, text, occurrence);
    if (!box) throw new Error(`No mark reads "${text}" (occurrence ${occurrence}).`);
    return box;
  }

  /** Clicks with the real mouse on the nth (from 0) place where a text node has `text`, marked or not. */
  async clickText(text: string, occurrence = 0, frame: Frame = this.page.mainFrame()): Promise<void> {
    await this.clickBox(await this.boxOfText(text, occurrence, frame), frame);
  }

  async boxOfText(text: string, occurrence = 0, frame: Frame = this.page.mainFrame()): Promise<Box> {
    const box = await callInPage(frame, findTextBox, text, occurrence);
    if (!box) throw new Error(`The text "${text}" is not on the page (occurrence ${occurrence}).`);
    return box;
  }

  /** Clicks in the middle of a box given in a frame's own coordinates; the button stays down for `pressMs`. */
  async clickBox(box: Box, frame: Frame = this.page.mainFrame(), pressMs = 0): Promise<void> {
    const offset = await offsetOf(frame);
    const [x, y] = [offset.x + box.x + box.width / 2, offset.y + box.y + box.height / 2];
    await this.page.mouse.click(x, y, { delay: pressMs });
  }

  async moveMouseTo(box: Box, frame: Frame = this.page.mainFrame()): Promise<void> {
    const offset = await offsetOf(frame);
    await this.page.mouse.move(offset.x + box.x + box.width / 2, offset.y + box.y + box.height / 2);
  }

  press(key: KeyInput): Promise<void> {
    return this.page.keyboard.press(key);
  }

  /** The open card's rendered text; undefined if no card is open. */
  readCard(frame: Frame = this.page.mainFrame()): Promise<string | undefined> {
    return this.callInCard(readCardText, [], frame);
  }

  /** Waits until a card is open and fully rendered and its text satisfies the condition, and returns the text. */
  async waitForCard(
    isEnough: (text: string) => boolean = (text) => text.trim() !== '',
    frame: Frame = this.page.mainFrame(),
  ): Promise<string> {
    const text = await waitFor(
      'a card',
      () => this.callInCard(readWholeCardText, [], frame),
      (value) => isEnough(value ?? ''),
    );
    return text ?? '';
  }

  /** The text of our notice in the page, in its closed root; undefined if none is shown. */
  async readNotice(frame: Frame = this.page.mainFrame()): Promise<string | undefined> {
    const text = await this.#driver.callInClosedRoot(frame, describeFunction(readRootText), []);
    return text as string | undefined;
  }

  /** Waits until a notice's text satisfies the condition, and returns the text. */
  async waitForNotice(isEnough: (text: string) => boolean): Promise<string> {
    const read = () => this.readNotice();
    return (await waitFor('a notice', read, (text) => isEnough(text ?? ''))) ?? '';
  }

  /** Waits until the open card has stopped moving, for a screenshot. */
  async waitForStillCard(frame: Frame = this.page.mainFrame()): Promise<void> {
    await this.waitForCard(undefined, frame);
    await this.callInCard(finishAnimations, [], frame);
  }

  async waitForNoCard(frame: Frame = this.page.mainFrame()): Promise<void> {
    await waitFor(
      'the card to close',
      () => this.readCard(frame),
      (text) => text === undefined,
    );
  }

  /**
   * Runs a function on the document of the open card: `page.callInCard((card) => card.activeElement?.id)`. Undefined if
   * no card is open. It is sent as source text, as in `call`.
   */
  async callInCard<Arguments extends readonly Json[], Result>(
    run: (card: Document, ...args: Arguments) => Result,
    args: Arguments,
    frame: Frame = this.page.mainFrame(),
  ): Promise<Awaited<Result> | undefined> {
    const card = await this.findCardFrame(frame);
    const values = args.map((value) => `, ${JSON.stringify(value)}`).join('');
    if (!card)
      return (await frame.evaluate(describeOwnCard(describeFunction(run), values))) as Awaited<Result>;
    try {
      return (await card.evaluate(`(${describeFunction(run)})(document${values})`)) as Awaited<Result>;
    } catch (error) {
      // It has closed meanwhile.
      if ((await this.findCardFrame(frame)) !== card) return undefined;
      throw error;
    }
  }

  /** The open card's box in the window. */
  async readCardBox(frame: Frame = this.page.mainFrame()): Promise<Box | undefined> {
    const card = await this.findCardFrame(frame);
    if (!card) return undefined;
    try {
      const size = await callInPage(card, () => ({ width: innerWidth, height: innerHeight }));
      return { ...(await offsetOf(card)), ...size };
    } catch (error) {
      // It has closed meanwhile.
      if ((await this.findCardFrame(frame)) !== card) return undefined;
      throw error;
    }
  }

  /** The frame of the card that is open in a frame. */
  async findCardFrame(frame: Frame = this.page.mainFrame()): Promise<Frame | undefined> {
    for (const child of this.page.frames()) {
      if (child.parentFrame() !== frame) continue;
      // A frame that is removed meanwhile is not open.
      const isOpen = await callInPage(child, isOpenCard).catch(() => false);
      if (isOpen) return child;
    }
    return undefined;
  }

  /** Clicks with the real mouse on an element in the card. */
  async clickInCard(selector: string, frame: Frame = this.page.mainFrame()): Promise<void> {
    const box = await waitFor(
      `${selector} in the card`,
      () => this.callInCard(findBoxInCard, [selector], frame),
      (value) => value !== null && value !== undefined,
    );
    const card = await this.findCardFrame(frame);
    if (box && card) await this.clickBox(box, card);
  }

  /**
   * Clicks on a button that changes something, once the click counts: the card has been still and visible for long
   * enough.
   */
  async actInCard(selector: string, frame: Frame = this.page.mainFrame()): Promise<void> {
    let seen = '';
    let since = performance.now();
    const readBox = async () => {
      const box = JSON.stringify(await this.readCardBox(frame)) ?? '';
      if (box !== seen || box === '') since = performance.now();
      seen = box;
      return performance.now() - since;
    };
    await waitFor('a card that stands still', readBox, (stillMs) => stillMs > stillForMs);
    await this.clickInCard(selector, frame);
  }

  /** Opens the menu of the card and clicks on one of its items, by name, once the click counts. */
  async chooseInCard(name: string, frame: Frame = this.page.mainFrame()): Promise<void> {
    await this.actInCard(menuButton, frame);
    // The menu has to be in its place, too.
    await this.actInCard(menuItem(name), frame);
  }

  async screenshot(file: `${string}.png`): Promise<void> {
    await this.page.screenshot({ path: file });
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}

/**
 * In one of the extension's own pages Firefox's driver shows no frames, but there the card has the same origin, and the
 * page can reach the closed root. Elsewhere the expression is undefined.
 */
function describeOwnCard(run: string, values: string): string {
  return `(() => {
    const frames = [...document.querySelectorAll(':popover-open')].map((box) => box.openOrClosedShadowRoot?.querySelector('iframe'));
    const card = frames.find((frame) => frame?.contentDocument?.querySelector('.card'))?.contentDocument;
    return card && !card.body.inert ? (${run})(card${values}) : undefined;
  })()`;
}

/** The origin of a frame's own coordinates in the window; puppeteer adds up nested frames. */
async function offsetOf(frame: Frame): Promise<{ x: number; y: number }> {
  if (frame.parentFrame() === null) return { x: 0, y: 0 };
  const element = await frame.frameElement();
  const box = await element?.boundingBox();
  await element?.dispose();
  return { x: box?.x ?? 0, y: box?.y ?? 0 };
}
