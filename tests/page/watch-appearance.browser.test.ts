import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchAppearance } from '../../src/page/watch-appearance.ts';

const story = '<body><details><summary>More</summary><p>Gender Shades</p></details></body>';
const onVisible = vi.fn();
const onToneChange = vi.fn();
let frame: HTMLIFrameElement;
let stop: AbortController;

beforeEach(() => {
  vi.clearAllMocks();
  stop = new AbortController();
  frame = document.body.appendChild(document.createElement('iframe'));
  write(story);
  const view = frame.contentWindow as Window & typeof globalThis;
  watchAppearance({ view, onVisible, onToneChange, signal: stop.signal });
});

afterEach(() => {
  stop.abort();
  frame.remove();
});

function page(): Document {
  if (!frame.contentDocument) throw new Error('The frame of the test has a document.');
  return frame.contentDocument;
}

function write(html: string): void {
  page().open();
  page().write(html);
  page().close();
}

const newPages: [string, () => void][] = [
  ['as it came', () => undefined],
  ['written anew', () => write(story)],
  [
    'written anew in pieces',
    () => {
      page().open();
      page().write('<!doctype html><html><head><title>Later</title></head>');
      setTimeout(() => {
        page().write(story);
        page().close();
      });
    },
  ],
  [
    'given another body',
    () => {
      const body = new DOMParser().parseFromString(story, 'text/html').body;
      page().documentElement.replaceChild(page().adoptNode(body), page().body);
    },
  ],
];

test.each(newPages)('hears what opens on a page %s', async (_, renew) => {
  renew();
  await expect.poll(() => page().querySelector('details')).not.toBeNull();
  page().querySelector('details')?.setAttribute('open', '');
  await expect.poll(() => onVisible.mock.calls.length).toBeGreaterThan(0);
});

test.each(newPages)('hears what is about to be shown for a search on a page %s', async (_, renew) => {
  renew();
  await expect.poll(() => page().querySelector('details')).not.toBeNull();
  // Nothing here can search; the event is what a browser sends then.
  page()
    .querySelector('p')
    ?.dispatchEvent(new Event('beforematch', { bubbles: true }));
  await expect.poll(() => onVisible.mock.calls.length).toBe(1);
});

describe.each(newPages)('a page %s', (_, renew) => {
  test.each(['documentElement', 'body'] as const)('is heard to turn by its %s', async (name) => {
    renew();
    await expect.poll(() => page().querySelector('details')).not.toBeNull();
    expect(onToneChange).not.toHaveBeenCalled();
    page()[name].dataset.theme = 'dark';
    await expect.poll(() => onToneChange.mock.calls.length).toBeGreaterThan(0);
  });
});

test('hears nothing once it is stopped, also on a page written anew', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  stop.abort();
  write(story);
  page().body.dataset.theme = 'dark';
  page().querySelector('details')?.setAttribute('open', '');
  await new Promise((resolve) => page().querySelector('details')?.addEventListener('toggle', resolve));
  vi.advanceTimersByTime(5_000);
  vi.useRealTimers();
  expect(onToneChange).not.toHaveBeenCalled();
  expect(onVisible).not.toHaveBeenCalled();
});
