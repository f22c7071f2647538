import { beforeEach, describe, expect, test, vi } from 'vitest';
import { boxesAround } from '../../../src/page/dom/element-layout.ts';
import { type AppearanceWatcher, watchAppearance } from '../../../src/page/observing/watch-appearance.ts';
import { prepareFrame } from '../prepare-frame.ts';

const story = '<body><details><summary>More</summary><p>Gender Shades</p></details></body>';
const onChange = vi.fn();
const page = prepareFrame();
let watcher: AppearanceWatcher;

beforeEach(() => {
  vi.clearAllMocks();
  page.write(story);
  watcher = watchAppearance({ win: page.win, onChange, signal: page.stop.signal });
});

/** Watches the page's paragraph, and waits for the observers' first reports. */
async function watchParagraph(): Promise<void> {
  await expect.poll(() => page.document.querySelector('p')).not.toBeNull();
  watcher.watch([boxesAround(page.document.querySelector('p') as Element)]);
  await expect.poll(() => onChange.mock.calls.length).toBe(1);
  onChange.mockClear();
}

const newPages: [string, () => void][] = [
  ['as it came', () => undefined],
  ['written anew', () => page.write(story)],
  [
    'written anew in pieces',
    () => {
      page.document.open();
      page.document.write('<!doctype html><html><head><title>Later</title></head>');
      setTimeout(() => {
        page.document.write(story);
        page.document.close();
      });
    },
  ],
  [
    'given another body',
    () => {
      const body = new DOMParser().parseFromString(story, 'text/html').body;
      page.document.documentElement.replaceChild(page.document.adoptNode(body), page.document.body);
    },
  ],
];

describe.each(newPages)('on a page %s', (_, renew) => {
  const causes: [string, () => void][] = [
    ['a <details> that opens', () => page.document.querySelector('details')?.setAttribute('open', '')],
    // No search or pointer is available here; these are the events that a browser sends then.
    ['a search', () => send('beforematch')],
    ['a pointer', () => send('pointerover')],
    ['a transition that ends', () => send('transitionend')],
    ['an attribute of the root', () => page.document.documentElement.setAttribute('data-theme', 'dark')],
    ['an attribute of the body', () => page.document.body.setAttribute('data-theme', 'dark')],
    [
      'an attribute of an element beside it',
      () => page.document.querySelector('summary')?.setAttribute('class', 'on'),
    ],
  ];
  test.each(causes)('%s is heard', async (_, cause) => {
    renew();
    await watchParagraph();
    cause();
    await expect.poll(() => onChange.mock.calls.length).toBeGreaterThan(0);
  });

  test('nothing is heard where nothing is watched', async () => {
    renew();
    await watchParagraph();
    watcher.watch([]);
    for (const [, cause] of causes) cause();
    await passTime();
    expect(onChange).not.toHaveBeenCalled();
  });
});

test('reports that inline text is displayed, whatever displayed it', async () => {
  page.write('<body><style>b { display: none }</style><p>The <b>Gender Shades</b> study</p></body>');
  await expect.poll(() => page.document.querySelector('b')).not.toBeNull();
  watcher.watch([boxesAround(page.document.querySelector('b') as Element)]);
  await expect.poll(() => onChange.mock.calls.length).toBe(1);
  const sheet = page.document.styleSheets[0] as CSSStyleSheet;
  sheet.deleteRule(0);
  await expect.poll(() => onChange.mock.calls.length).toBe(2);
});

test('reports nothing once it is stopped, even on a rewritten page', async () => {
  await watchParagraph();
  page.stop.abort();
  page.write(story);
  page.document.body.dataset.theme = 'dark';
  page.document.querySelector('details')?.setAttribute('open', '');
  await passTime();
  expect(onChange).not.toHaveBeenCalled();
});

function send(name: string): void {
  page.document.querySelector('p')?.dispatchEvent(new Event(name, { bubbles: true }));
}

/** Long enough for every pending event to be reported: another watcher reports a later event. */
async function passTime(): Promise<void> {
  const onLater = vi.fn();
  const stop = new AbortController();
  const other = watchAppearance({ win: window, onChange: onLater, signal: stop.signal });
  const element = document.body.appendChild(document.createElement('p'));
  for (let round = 1; round <= 3; round += 1) {
    other.watch([]);
    other.watch([boxesAround(element)]);
    await expect.poll(() => onLater.mock.calls.length).toBe(round);
  }
  stop.abort();
  element.remove();
}
