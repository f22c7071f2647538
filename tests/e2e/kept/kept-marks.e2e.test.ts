/** What the reader keeps, on pages: the marks of quotations and their card. */
import { beforeAll, describe, expect, test } from 'vitest';
import { makeNames } from '../../../src/settings/mark-style/mark-names.ts';
import { askBackground } from '../../../tools/browsers/ask-extension.ts';
import type { Json } from '../../../tools/browsers/call-in-page.ts';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import type { DrawnMark } from '../../../tools/browsers/page-probes.ts';
import { useExtension } from '../driving/start-extension.ts';

const whole = 'The old bridge will be closed before winter because its pillars are rusted through.';
const cut = 'The old bridge will be closed before winter';
const altered = 'The old bridge will not be closed before winter because its pillars are rusted through.';
const known =
  'We’re implementing a one-year moratorium on police use of Amazon’s facial recognition technology.';
const alone = 'Every harbour pilot signed the petition against a second crossing';
const own = 'Nobody asked a single islander about the ferry timetable before this meeting.';

const herald = {
  title: 'Bridge to close',
  outlet: 'Harbour Herald',
  text: `The council met on Monday.\n\n“${whole}” said Ines Falk, who heads the council.\n\nA fisherman was there. “${own}” he said.`,
};
const gazette = {
  title: 'Rust',
  outlet: 'Island Gazette',
  text: `Ines Falk told the islanders: “${whole}” She did not say when it opens again.`,
};

/** Which style a mark has: in each document it has another name, with the same ending. */
const endings = new Map(
  ['trace', 'kept', 'altered', '8'].map((style) => [
    makeNames('a'.repeat(16))(`${style}-light`).slice(16),
    style,
  ]),
);
const styleOf = ({ style }: DrawnMark) => endings.get(style.slice(-1));

interface Outcome {
  readonly kept: { readonly id: string; readonly story: { readonly id: string } };
}

describe.each(browserNames)('what is kept, in %s,', (name) => {
  const tested = useExtension(name);
  let story = '';

  async function keep(
    surface: DrivenPage,
    article: Partial<Record<'title' | 'outlet' | 'text' | 'address', string>>,
    into?: string,
  ): Promise<Outcome['kept']> {
    const fields = { authors: [], date: '2026-03-02', address: '', language: 'en', ...article };
    const request = { article: fields, kind: 'text', ...(into !== undefined && { story: into }) };
    return ((await askBackground(surface.page, 'keepText', request as never)) as unknown as Outcome).kept;
  }

  beforeAll(async () => {
    const surface = await tested.openSilentPage();
    story = (await keep(surface, herald)).story.id;
    await keep(surface, gazette, story);
  });

  /** Asks the background from a page of its own, and shows the tested page again: one that is not seen draws nothing. */
  async function ask(call: string, request: Json, shown?: DrivenPage): Promise<void> {
    const surface = await tested.openSilentPage();
    await askBackground(surface.page, call, request);
    await shown?.page.bringToFront();
  }

  const openArticle = (...quoted: string[]) =>
    tested.openHtml(
      `<article><h1>News</h1>${quoted.map((one) => `<p>At the meeting she said: “${one}”</p>`).join('')}</article>`,
    );

  test('is marked on another page, word for word, cut and altered', async () => {
    const page = await openArticle(whole, cut, altered);
    const marks = await page.waitForMarks((all) => all.length >= 3);
    expect(marks.map((mark) => [mark.text.replace(/\.$/, ''), styleOf(mark)])).toEqual([
      [whole.replace(/\.$/, ''), 'kept'],
      [cut, 'kept'],
      [altered.replace(/\.$/, ''), 'altered'],
    ]);
    expect(page.errors).toEqual([]);
  });

  test('has a card that says who prints it, and that it was kept', async () => {
    const page = await openArticle(cut);
    await page.waitForMark(cut);
    await page.clickMark(cut);
    const card = await page.waitForCard((text) => text.includes('Island Gazette'));
    expect(card).toContain('Harbour Herald');
    expect(card).toContain('Ines Falk');
    expect(card).toMatch(/Kept by you, from 2 articles\s·\sBridge to close/);
    expect(page.errors).toEqual([]);
  });

  test('is marked in both highlighters', async () => {
    const change = { kind: 'field', field: 'painter', value: 'mark-element' };
    await ask('changeSettings', change);
    const page = await openArticle(cut);
    const [mark] = await page.waitForMark(cut);
    expect(mark?.style).toMatch(/^element: /);
    expect(mark && styleOf(mark)).toBe('kept');
    await ask('changeSettings', { ...change, value: 'auto' });
  });

  test('is not marked on the page that alone prints it, and is on any other', async () => {
    const html = `<!doctype html><title>Own</title><article><p>“${alone}” he said.</p><p>“${cut}” she said.</p></article>`;
    const address = tested.server.addPage('/own-page.html', html);
    const surface = await tested.openSilentPage();
    await keep(surface, { title: 'Own', outlet: 'Local', text: `“${alone}” he said.`, address }, story);
    const elsewhere = await openArticle(alone);
    await elsewhere.waitForMark(alone);
    const page = await tested.openAddress(`${address}?from=home`);
    await page.waitForMark(cut);
    expect((await page.readMarks()).map(({ text }) => text)).toEqual([cut]);
  });

  test('has its names marked only while the reader wants that', async () => {
    const page = await tested.openHtml(
      `<article><p>Ines Falk was re-elected.</p><p>She had said: “${cut}”</p></article>`,
    );
    await page.waitForMark(cut);
    expect((await page.readMarks()).map(({ text }) => text)).toEqual([cut]);
    const change = (marksNames: boolean) => ask('changeStory', { id: story, change: { marksNames } }, page);
    await change(true);
    await page.waitForMark('Ines Falk');
    await change(false);
    await page.waitForMarks((marks) => marks.length === 1 && marks[0]?.text === cut);
  });

  test('leaves a page about something else as it is', async () => {
    const page = await tested.openHtml(
      '<article><p>The recipe takes an hour. “Stir the soup until the butter has melted,” she said.</p></article>',
    );
    const other = await openArticle(cut);
    await other.waitForMark(cut);
    expect(await page.readMarks()).toEqual([]);
  });

  test('shares one card with a pack that knows the statement, told apart', async () => {
    const surface = await tested.openSilentPage();
    await keep(surface, { title: 'Amazon', outlet: 'Kept Times', text: `Amazon said: “${known}”` });
    const page = await openArticle(known);
    const [mark, ...others] = await page.waitForMarks();
    expect(others.filter((other) => styleOf(other) === 'kept')).toEqual([]);
    expect(mark && styleOf(mark)).toBe('trace');
    await page.clickMark(mark?.text ?? '');
    const card = await page.waitForCard((text) => text.includes('Kept Times'));
    expect(card).toMatch(/Kept by you, from 1 article\s[\s\S]*Kept Times/);
    expect(card).toContain('As of');
  });

  test('is switched off on its card, and on again', async () => {
    const page = await openArticle(cut);
    await page.waitForMark(cut);
    await page.clickMark(cut);
    await page.waitForCard((text) => text.includes('Island Gazette'));
    await page.chooseInCard('topic');
    await page.waitForMarks((marks) => marks.length === 0);
    await ask('changeStory', { id: story, change: { isOn: true } }, page);
    await page.waitForMark(cut);
  });
});
