/**
 * No policy of a page, and no kind of frame, can refuse a card: it belongs to the reader. The exception is a sandbox,
 * which applies to its content: there the page above shows the card, and if there is none the reader gets a message
 * (decision 081).
 */
import type { Frame } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { callInPage } from '../../../tools/browsers/call-in-page.ts';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { useExtension } from '../driving/start-extension.ts';

const term = 'Amazon Rekognition';
const story = `<article><h1>A test of cameras</h1><p>${'A reader reads this page. '.repeat(10)}Police used <b>${term}</b>.</p></article>`;

const headers: readonly (readonly [what: string, headers: Readonly<Record<string, string>>])[] = [
  // Firefox reports the page's own icon if it may not be loaded.
  ...[
    "frame-src 'none'",
    "child-src 'none'",
    "default-src 'none'; img-src 'self'",
    "default-src 'none'; img-src 'self'; frame-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    "default-src 'none'; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
    "sandbox allow-scripts allow-same-origin; frame-src 'none'",
  ].map((policy) => [policy, { 'content-security-policy': policy }] as const),
  ['x-frame-options', { 'x-frame-options': 'DENY' }],
  [
    'isolation from other origins',
    { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' },
  ],
  [
    'isolation without credentials',
    { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'credentialless' },
  ],
  [
    'no permission for anything',
    { 'permissions-policy': 'clipboard-write=(), fullscreen=(), focus-without-user-activation=()' },
  ],
];

const text = story.replaceAll('"', '&quot;');
const frames: readonly (readonly [what: string, html: string])[] = [
  ['a frame with its text in an attribute', `<iframe srcdoc="${text}"></iframe>`],
  [
    'a sandboxed one with scripts of its page',
    `<iframe sandbox="allow-scripts allow-same-origin" srcdoc="${text}"></iframe>`,
  ],
  ['one of another site', '<iframe src="OTHER"></iframe>'],
  ['one from a data address', `<iframe src="data:text/html,${encodeURIComponent(story)}"></iframe>`],
  [
    'an empty one that its page writes into',
    `<iframe id="frame"></iframe><script>frame.contentDocument.body.innerHTML = ${JSON.stringify(story)}</script>`,
  ],
  [
    'one from a blob',
    `<iframe id="frame"></iframe><script>frame.src = URL.createObjectURL(new Blob([${JSON.stringify(story)}], { type: 'text/html' }))</script>`,
  ],
  ['one that loads when it is seen', `<iframe loading="lazy" srcdoc="${text}"></iframe>`],
  ['one without credentials', '<iframe credentialless src="OTHER"></iframe>'],
];

const frame = (attributes: string) => `<iframe ${attributes}></iframe>`;
const inside = frame(`sandbox srcdoc='${story}'`).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
/** Frames in which at least one browser allows no script of an extension. */
const sandboxed: readonly (readonly [what: string, html: string])[] = [
  ['a sandboxed frame', frame(`sandbox srcdoc="${text}"`)],
  ['a sandboxed one with scripts', frame(`sandbox="allow-scripts" srcdoc="${text}"`)],
  ['a sandboxed one of its page', frame(`sandbox="allow-same-origin" srcdoc="${text}"`)],
  ['a sandboxed one of another site', frame('sandbox="allow-scripts" src="OTHER"')],
  ['a sandboxed one in another frame', frame(`srcdoc="${inside}"`)],
];

describe.each(browserNames)('the card in %s', (name) => {
  const tested = useExtension(name);

  test.each(headers)('opens on a page with %s, and says what it says elsewhere', async (_what, sent) => {
    const page = await tested.openHtml(story, sent);
    await expectCard(page, page.page.mainFrame());
    expect(page.errors).toEqual([]);
  });

  test.each(frames)('opens in %s', async (_what, html) => {
    const [page, frame] = await openFrames(html);
    await expectCard(page, frame);
  });

  test.each(sandboxed)('opens for a term in %s, near it', async (_what, html) => {
    const [page, frame] = await openFrames(html);
    const top = page.page.mainFrame();
    await page.waitForMarks((marks) => marks.some((mark) => mark.text === term), undefined, frame);
    // The first one shows that the frame cannot hold a card.
    for (let round = 0; round < 2; round += 1) {
      await page.clickMark(term, 0, frame);
      const holder = await waitFor(
        'the card',
        async () => {
          for (const one of [frame, top])
            if (((await page.readCard(one).catch(() => undefined))?.length ?? 0) > 200) return one;
          return undefined;
        },
        (one) => one !== undefined,
      );
      expect(await page.readCard(holder)).toContain(term);
      await page.press('Escape');
      await page.waitForNoCard(holder);
    }
    expect(await countBoxes(frame)).toBe(0);
  });

  test.each(['sandbox', 'sandbox allow-scripts'])(
    'opens, or says why it cannot, on a page with the policy “%s”',
    async (policy) => {
      const page = await tested.openHtml(story, { 'content-security-policy': policy });
      await page.waitForMark(term);
      await page.clickMark(term);
      const frame = page.page.mainFrame();
      const said = await waitFor(
        'the card, or a notice',
        async () => (await page.readCard()) ?? (await page.readNotice()) ?? '',
        (text) => text.length > 200 || text.includes('sandboxed'),
      );
      // In Firefox, and wherever no script may run, there is none.
      if (said.length <= 200) expect(await countBoxes(frame)).toBe(1);
      else expect(said).toContain(term);
      expect(await page.call(() => CSS.highlights.size)).toBeGreaterThan(0);
    },
  );

  /** Opens a page with frames, and returns it with the innermost. */
  async function openFrames(html: string): Promise<[DrivenPage, Frame]> {
    const other = tested.server
      .addPage('/framed.html', `<!doctype html>${story}`)
      .replace('localhost', '127.0.0.1');
    const style = '<style>iframe { width: 1000px; height: 700px }</style>';
    const page = await tested.openHtml(style + html.replace('OTHER', other));
    const frame = await waitFor(
      'the frame',
      async () => page.page.frames().at(-1) as Frame,
      (one) => one.parentFrame() !== null && one.childFrames().length === 0,
    );
    return [page, frame];
  }
});

async function expectCard(page: DrivenPage, frame: Frame): Promise<void> {
  await page.waitForMarks((marks) => marks.some((mark) => mark.text === term), undefined, frame);
  await page.clickMark(term, 0, frame);
  const card = await page.waitForCard((words) => words.length > 200, frame);
  expect(card).toContain(term);
  // By keyboard, wherever the focus is: this shows that the card had it.
  await page.press('Escape');
  await page.waitForNoCard(frame);
}

/** The number of open popovers in a frame: boxes of cards, and notices. */
const countBoxes = (frame: Frame) =>
  callInPage(frame, () => document.querySelectorAll(':popover-open').length);
