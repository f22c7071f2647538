/**
 * Firefox gives pages access to the frame of an open card. A document that the page navigates the frame to must not
 * appear as a card.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askBackground } from '../../../tools/browsers/ask-extension.ts';
import { type DrivenPage, menuItem } from '../../../tools/browsers/driven-page.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { recordEvents } from '../driving/record-events.ts';
import { useExtension } from '../driving/start-extension.ts';
import { openMenu, settle } from './covered-card.ts';
import { openStillCard } from './open-still-card.ts';
import { pointInCard } from './point-in-card.ts';

const term = 'Amazon Rekognition';
const story = `<article><h1>A test of cameras</h1><p>Police used <b>${term}</b>; others measured it.</p></article>`;

// In Chromium no page gets access to it (`card-border.e2e.test.ts`).
describe('a page in firefox that sends the frame of a card', () => {
  const tested = useExtension('firefox');
  /** Never answers: a document that waits for it never loads. */
  const silent = createServer(() => undefined);
  beforeAll(() => new Promise<void>((resolve) => silent.listen(0, resolve)));
  afterAll(() => {
    silent.closeAllConnections();
    silent.close();
  });

  test.each([
    ['to a page of its own', ''],
    ['to a page of its own that is never loaded', 'picture'],
  ])('%s has it taken away', async (_what, picture) => {
    const { port } = silent.address() as AddressInfo;
    const image = picture && `<img src="http://localhost:${port}/never.png">`;
    const forged = tested.server.addPage('/forged.html', `<!doctype html><p>A card made up</p>${image}`);
    const page = await tested.openHtml(`<script>(${recordEvents.toString()})()</script>${story}`);
    await openStillCard(page, term);
    const caught = await waitFor(
      'the page to get hold of the frame',
      async () => {
        await pointInCard(page, 'h2');
        await page.clickInCard('h2');
        return page.call(sendFrame, forged);
      },
      (count) => count > 0,
    );
    expect(caught).toBe(1);
    await waitFor(
      'the made-up card to go',
      () => page.call(countForged),
      (count) => count === 0,
    );
    // There is no card, or it is genuine again.
    await expectCardOrNone(page);
  });
});

const unseen = [
  'it invisible',
  'what is around it invisible',
  'it invisible by an animation',
  'something that lies over it inside the box',
  'rules of its own for the box',
] as const;

describe('a page in firefox that gets hold of the frame of a card', () => {
  const tested = useExtension('firefox');

  test.each(unseen)('and makes %s has no press count', async (what) => {
    const surface = await tested.openSilentPage();
    const read = async () => JSON.stringify(await askBackground(surface.page, 'getSettings'));
    const before = await read();
    const page = await tested.openHtml(`<script>(${recordEvents.toString()})()</script>${story}`);
    await openStillCard(page, term);
    await waitFor(
      'the page to get hold of the frame',
      async () => {
        await pointInCard(page, 'h2');
        await page.clickInCard('h2');
        return page.call(hideFrame, what);
      },
      (count) => count > 0,
    );
    await openMenu(page);
    const { x, y } = await pointInCard(page, menuItem('hide'));
    // Long enough for a press to count, were the box unchanged.
    await settle(page);
    await page.page.mouse.click(x, y);
    await settle(page);
    expect(await read()).toBe(before);
  });
});

/** Runs in the page: returns the number of boxes it could hide. */
function hideFrame(what: (typeof unseen)[number]): number {
  const { eventRecord } = globalThis as unknown as { eventRecord: { nodes: Set<Node> } };
  let count = 0;
  for (const root of new Set([...eventRecord.nodes].map((node) => node.getRootNode()))) {
    const frame = root instanceof ShadowRoot && root.isConnected ? root.querySelector('iframe') : null;
    const box = frame?.parentElement;
    if (!(root instanceof ShadowRoot && frame && box)) continue;
    count += 1;
    if (what === 'it invisible') frame.style.setProperty('opacity', '0', 'important');
    else if (what === 'what is around it invisible') box.style.setProperty('opacity', '0', 'important');
    else if (what === 'it invisible by an animation') frame.animate({ opacity: [0, 0] }, 1e7);
    else if (what === 'something that lies over it inside the box')
      root.append(
        Object.assign(document.createElement('p'), {
          style: 'position: fixed; inset: 0; pointer-events: none',
        }),
      );
    else root.adoptedStyleSheets[0]?.insertRule('iframe { opacity: 0 !important }');
  }
  return count;
}

async function expectCardOrNone(page: DrivenPage): Promise<void> {
  await page.press('Escape');
  await page.waitForNoCard();
  await page.clickMark(term);
  expect(await page.waitForCard((text) => text.length > 200)).toContain(term);
}

/** Runs in the page: returns the number of frames it could navigate to the address. */
function sendFrame(address: string): number {
  const { eventRecord } = globalThis as unknown as { eventRecord: { nodes: Set<Node> } };
  const frames = new Set<HTMLIFrameElement>();
  for (const node of eventRecord.nodes) {
    const root = node.getRootNode();
    if (root instanceof ShadowRoot && root.isConnected)
      for (const frame of root.querySelectorAll('iframe')) frames.add(frame);
  }
  for (const frame of frames) frame.contentWindow?.location.replace(address);
  Object.assign(globalThis, { sent: [...frames] });
  return frames.size;
}

/** Runs in the page: returns the number of these frames that are still in it. */
function countForged(): number {
  const { sent } = globalThis as unknown as { sent: HTMLIFrameElement[] };
  return sent.filter((frame) => frame.isConnected).length;
}
