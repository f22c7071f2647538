/** What the reader keeps, on pages: the marks of quotations and their card. */
import { beforeAll, describe, expect, test } from 'vitest';
import { makeNames } from '../../../src/settings/mark-style/mark-names.ts';
import { askBackground } from '../../../tools/browsers/ask-extension.ts';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import type { DrawnMark } from '../../../tools/browsers/page-probes.ts';
import { useExtension } from '../driving/start-extension.ts';

const whole = 'The old bridge will be closed before winter because its pillars are rusted through.';
const cut = 'The old bridge will be closed before winter';
const altered = 'The old bridge will not be closed before winter because its pillars are rusted through.';
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
});
