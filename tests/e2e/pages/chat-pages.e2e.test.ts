import { describe, expect, test } from 'vitest';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { useExtension } from '../driving/start-extension.ts';

/** How a chat page writes its answer: a token every 30 ms, as these pages do. */
type Manner =
  /** Into one text node. */
  | 'text'
  /** Each time the whole answer is put in anew, as Markdown that is rendered again. */
  | 'replaced'
  /** Each paragraph is put in anew while it is being written. */
  | 'paragraphs';

interface Watched {
  /** Milliseconds from the moment when a quotation was complete until it was marked, by its first words. */
  readonly delays: Readonly<Record<string, number>>;
  /** Frames in which a quotation that had been marked was not. */
  readonly lostFrames: number;
  readonly frames: number;
  readonly isDone: boolean;
}

/** The page of a chat: a list of talks, earlier messages, a field, and a place for the answer; no article. */
const chatPage = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Chat</title>
<style>body{display:grid;grid-template-columns:12rem 1fr;margin:0}.thread{height:80vh;overflow:auto}[contenteditable]{border:1px solid}</style>
<body><nav><ul><li>A talk</li><li>Another talk</li></ul></nav>
<div id="app"><div class="thread"><div class="turn user"><div>What was said on face recognition?</div></div><div class="turn answer"></div></div>
<div contenteditable="true" role="textbox" aria-label="Message">Racial justice requires algorithmic justice.</div></div>`;

const known = 'Racial justice requires algorithmic justice.';
const altered =
  'It is becoming clear that the absence of consistent national rules will not delay getting this valuable technology into the hands of law enforcement, slowing down investigations and making communities less safe';

/** Words before, between and after the two quotations, a paragraph or list item for each text. */
const answer = [
  'Several people spoke about the pause that was announced in June, and here is what they said in their own words.',
  `- Joy Buolamwini: “${known}” She has studied these systems for years, and said so again after the announcement that others had expected.`,
  `- Daniel Castro: “${altered},” he said. The foundation gave no other reason, and its spokesman did not answer when he was asked about it again and again on that day.`,
  'There may be more to it than that, and it is best to read the statements themselves, one after the other, at the places where they were printed first.',
];

/** Runs in the page: writes the answer, and looks at the marks in each frame. */
function stream(texts: readonly string[], wanted: readonly string[], manner: Manner): void {
  const place = document.querySelector('.answer') as HTMLElement;
  const tokens = texts.flatMap((text, block) =>
    (text.match(/\s*\S+/g) ?? []).map((token) => ({ block, token })),
  );
  const written = texts.map(() => '');
  const state = { delays: {} as Record<string, number>, lostFrames: 0, frames: 0, isDone: false };
  (window as unknown as { watched: typeof state }).watched = state;
  const completeAt: Record<string, number> = {};
  const elementOf = (text: string) => {
    const element = document.createElement(text.startsWith('- ') ? 'li' : 'p');
    element.textContent = text.replace(/^- /, '');
    return element;
  };
  const write = (block: number) => {
    if (manner === 'replaced') {
      place.replaceChildren(...written.filter((text) => text !== '').map(elementOf));
      return;
    }
    const element = place.children[block] ?? place.appendChild(elementOf(''));
    const text = (written[block] as string).replace(/^- /, '');
    if (manner === 'paragraphs') element.replaceWith(elementOf(written[block] as string));
    else if (element.firstChild instanceof Text)
      element.firstChild.appendData(text.slice(element.firstChild.data.length));
    else element.append(text);
  };
  let next = 0;
  const timer = setInterval(() => {
    const token = tokens[next];
    next += 1;
    if (!token) {
      clearInterval(timer);
      setTimeout(() => {
        state.isDone = true;
      }, 1500);
      return;
    }
    written[token.block] += token.token;
    write(token.block);
    for (const one of wanted)
      if (written.some((text) => text.includes(one))) completeAt[one] ??= performance.now();
  }, 30);
  const readMarked = () => {
    const marked: string[] = [];
    for (const [name, highlight] of CSS.highlights) {
      if (!/^[a-p]{16}[a-z0-9]/.test(name)) continue;
      for (const range of highlight as unknown as Iterable<Range>) marked.push(range.toString());
    }
    return marked;
  };
  const look = () => {
    const marked = readMarked();
    state.frames += 1;
    for (const one of wanted) {
      const isMarked = marked.some(
        (text) => one.startsWith(text.slice(0, 20)) && text.length > 0.8 * one.length,
      );
      if (isMarked && completeAt[one] !== undefined)
        state.delays[one] ??= performance.now() - completeAt[one];
      if (!isMarked && state.delays[one] !== undefined) state.lostFrames += 1;
    }
    if (!state.isDone) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

describe.each(browserNames)('a chat page in %s', (name) => {
  const tested = useExtension(name);
  const watch = (page: DrivenPage) =>
    waitFor(
      'the answer',
      () => page.call(() => (window as unknown as { watched: Watched }).watched),
      ({ isDone }) => isDone,
      60_000,
    );

  test.each(['text', 'paragraphs', 'replaced'] as const)(
    'an answer that is written as %s is marked while it is written, and no mark goes out',
    async (manner) => {
      const page = await tested.openHtml(chatPage);
      await page.call(stream, answer, [known, altered], manner);
      const watched = await watch(page);
      expect(Object.keys(watched.delays)).toEqual([known, altered]);
      expect(watched.lostFrames).toBe(0);
      const marks = await page.readMarks();
      expect(marks.map(({ text }) => text.replace(/[.]$/, ''))).toEqual(
        expect.arrayContaining([known.slice(0, -1)]),
      );
      expect(page.errors).toEqual([]);
    },
  );
});
