import { describe, expect, test } from 'vitest';
import { askBackground } from '../../../tools/browsers/ask-extension.ts';
import type { Json } from '../../../tools/browsers/call-in-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { type TestedExtension, useExtension } from '../driving/start-extension.ts';

const article =
  '<main><article><h1>Faces</h1><p>Police tried Amazon Rekognition for years.</p></article></main>';
const embedded = `<!doctype html><article><h1>Faces</h1><p>${'A reader reads this frame. '.repeat(10)}Police tried Amazon Rekognition.</p></article>`;

async function switchSite(tested: TestedExtension, pattern: string, isOn: boolean): Promise<void> {
  const surface = await tested.openSilentPage();
  await askBackground(surface.page, 'changeSettings', { kind: 'site', pattern, isOn });
  await surface.close();
}

async function readSites(tested: TestedExtension): Promise<Json> {
  const surface = await tested.openSilentPage();
  const { sites } = (await askBackground(surface.page, 'getSettings')) as { sites: Json };
  await surface.close();
  return sites;
}

describe.each(browserNames)('frames in %s', (browser) => {
  const tested = useExtension(browser);

  test('a site that is switched off is off with its frames of other sites, and they come back with it', async () => {
    const source = tested.server.addPage('/embedded.html', embedded).replace('localhost', '127.0.0.1');
    const page = await tested.openHtml(
      `${article}<iframe src="${source}" width="800" height="500"></iframe>`,
    );
    const countMarks = async () =>
      (await Promise.all(page.page.frames().map((frame) => page.readMarks(frame)))).map(
        (marks) => marks.length,
      );
    const waitForCounts = (what: string, counts: string) =>
      waitFor(what, countMarks, (seen) => seen.join() === counts);
    await waitForCounts('marks in page and frame', '1,1');
    await switchSite(tested, 'localhost', false);
    await page.page.bringToFront();
    await waitForCounts('no marks', '0,0');
    await switchSite(tested, 'localhost', true);
    await page.page.bringToFront();
    await waitForCounts('marks again', '1,1');
    expect(page.errors).toEqual([]);
  });

  test('“not on this site” in a frame of another site means the page in the address bar', async () => {
    const source = tested.server.addPage('/embedded.html', embedded).replace('localhost', '127.0.0.1');
    const page = await tested.openHtml(
      `${article}<iframe src="${source}" width="800" height="500"></iframe>`,
    );
    const [, frame] = page.page.frames();
    if (!frame) throw new Error('There is no frame.');
    await page.waitForMarks(undefined, undefined, frame);
    await page.clickMark('Amazon Rekognition', 0, frame);
    await page.waitForCard(undefined, frame);
    await page.chooseInCard('site', frame);
    await page.waitForMarks((marks) => marks.length === 0);
    await page.waitForMarks((marks) => marks.length === 0, undefined, frame);
    expect(await readSites(tested)).toEqual({ mode: 'everywhere-but', patterns: ['localhost'] });
    await switchSite(tested, 'localhost', true);
    expect(page.errors).toEqual([]);
  });

  test('twenty unreadable frames are left alone, and one that becomes readable is read', async () => {
    const long = 'Amazon Rekognition is long. '.repeat(20);
    const small = `<iframe srcdoc="${long}" width="300" height="60"></iframe>`;
    const hidden = `<iframe srcdoc="${long}" style="display: none" width="800" height="400"></iframe>`;
    const brief = '<iframe srcdoc="<img alt=x><p>Amazon Rekognition</p>" width="300" height="250"></iframe>';
    const page = await tested.openHtml(
      `${article}${small.repeat(7)}${hidden.repeat(6)}${brief.repeat(6)}<iframe id="late" srcdoc="<p></p>" width="800" height="400"></iframe>`,
    );
    await page.waitForMark('Amazon Rekognition');
    const readFrames = async () =>
      (
        await Promise.all(
          page.page
            .frames()
            .slice(1)
            .map((frame) => page.readMarks(frame)),
        )
      ).flat().length;
    await waitFor(
      'all frames',
      async () => page.page.frames().length,
      (count) => count === 21,
    );
    expect(await readFrames()).toBe(0);
    await page.call(
      (html) => {
        const late = document.querySelector<HTMLIFrameElement>('#late');
        if (late?.contentDocument) late.contentDocument.body.innerHTML = html;
      },
      embedded.replace('<!doctype html>', ''),
    );
    await waitFor('the frame that was filled', readFrames, (count) => count > 0);
    // Read last: by now the others would have been read, too.
    expect(await readFrames()).toBe(1);
    expect(page.errors).toEqual([]);
  });
});
