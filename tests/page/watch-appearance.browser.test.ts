import { beforeEach, describe, expect, test, vi } from 'vitest';
import { watchAppearance } from '../../src/page/watch-appearance.ts';
import { prepareFrame } from './prepare-frame.ts';

const story = '<body><details><summary>More</summary><p>Gender Shades</p></details></body>';
const onVisible = vi.fn();
const onToneChange = vi.fn();
const page = prepareFrame();

beforeEach(() => {
  vi.clearAllMocks();
  page.write(story);
  watchAppearance({ view: page.view, onVisible, onToneChange, signal: page.stop.signal });
});

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

test.each(newPages)('hears what opens on a page %s', async (_, renew) => {
  renew();
  await expect.poll(() => page.document.querySelector('details')).not.toBeNull();
  page.document.querySelector('details')?.setAttribute('open', '');
  await expect.poll(() => onVisible.mock.calls.length).toBeGreaterThan(0);
});

test.each(newPages)('hears what is about to be shown for a search on a page %s', async (_, renew) => {
  renew();
  await expect.poll(() => page.document.querySelector('details')).not.toBeNull();
  // Nothing here can search; the event is what a browser sends then.
  page.document.querySelector('p')?.dispatchEvent(new Event('beforematch', { bubbles: true }));
  await expect.poll(() => onVisible.mock.calls.length).toBe(1);
});

describe.each(newPages)('a page %s', (_, renew) => {
  test.each(['documentElement', 'body'] as const)('is heard to turn by its %s', async (name) => {
    renew();
    await expect.poll(() => page.document.querySelector('details')).not.toBeNull();
    expect(onToneChange).not.toHaveBeenCalled();
    page.document[name].dataset.theme = 'dark';
    await expect.poll(() => onToneChange.mock.calls.length).toBeGreaterThan(0);
  });
});

test('hears nothing once it is stopped, also on a page written anew', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  page.stop.abort();
  page.write(story);
  page.document.body.dataset.theme = 'dark';
  page.document.querySelector('details')?.setAttribute('open', '');
  await new Promise((resolve) => page.document.querySelector('details')?.addEventListener('toggle', resolve));
  vi.advanceTimersByTime(5_000);
  vi.useRealTimers();
  expect(onToneChange).not.toHaveBeenCalled();
  expect(onVisible).not.toHaveBeenCalled();
});
