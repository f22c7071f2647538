import { afterEach, beforeEach, expect } from 'vitest';
import type { PageChoices } from '../../src/contracts/page-choices.ts';
import { createMarkElementHighlighter } from '../../src/page/highlighting/mark-element-highlighter.ts';
import { PageSession } from '../../src/page/page-session.ts';
import { plainNames } from '../../src/settings/mark-style/mark-names.ts';
import { everything } from './every-choice.ts';
import { createTestBackground, type TestBackground } from './test-background.ts';

/** For the test that is running. */
interface TestedSession {
  readonly background: TestBackground;
  readonly article: HTMLElement;
  /** Stops everything that was started. */
  readonly controller: AbortController;
  start(choices?: Partial<PageChoices>, onDrawn?: () => void): PageSession;
}

/** An article and a background for each test of the file. */
export function prepareSession(): TestedSession {
  let controller = new AbortController();
  let background = createTestBackground();
  let article: HTMLElement = document.createElement('article');
  beforeEach(() => {
    controller = new AbortController();
    background = createTestBackground();
    article = document.createElement('article');
    document.body.append(article);
  });
  afterEach(() => {
    controller.abort();
    article.remove();
  });
  return {
    get background() {
      return background;
    },
    get article() {
      return article;
    },
    get controller() {
      return controller;
    },
    start: (choices = {}, onDrawn = () => {}) =>
      new PageSession({
        win: window,
        sendText: background.sendText,
        choices: { ...everything, ...choices },
        loadMarkElementHighlighter: async () => createMarkElementHighlighter,
        nameOf: plainNames,
        onBeforeDraw: () => undefined,
        onDrawn,
        onNothing: () => undefined,
        signal: controller.signal,
      }),
  };
}

/** The text under our highlights and in our elements, as a reader sees it. */
export function painted(): string[] {
  const ranges = [...CSS.highlights]
    .filter(([name]) => name.startsWith('sidelight'))
    .flatMap(([, highlight]) => [...highlight] as Range[]);
  const elements = [...document.querySelectorAll('sidelight-mark')];
  return [...ranges.map(String), ...elements.map((element) => element.textContent ?? '')]
    .filter(Boolean)
    .sort();
}

export const settle = () => expect.poll(painted);
