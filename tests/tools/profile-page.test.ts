import { expect, it } from 'vitest';
import { measureProfile } from '../../tools/pages/profile-page.ts';

const frame = (id: number, url: string, children: number[] = []) => ({
  id,
  callFrame: { url, functionName: '' },
  children,
});

it('adds up the time below the extension’s functions and finds the longest stretch of it', () => {
  const profile = {
    nodes: [
      frame(1, '', [2, 4]),
      frame(2, 'chrome-extension://a/content.js', [3]),
      frame(3, ''),
      frame(4, 'https://page/'),
    ],
    //          ours, native code for ours, the page, ours, ours
    samples: [2, 3, 4, 2, 2],
    timeDeltas: [0, 1000, 2000, 5000, 4000, 3000],
  };
  expect(measureProfile(profile, 'chrome-extension://a/')).toEqual({ scriptMs: 10, longestMs: 7 });
});
