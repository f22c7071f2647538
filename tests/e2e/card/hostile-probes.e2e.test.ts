import { describe, expect, test } from 'vitest';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { useExtension } from '../driving/start-extension.ts';

const story =
  '<article><h1>A test of cameras</h1><p>Police used <b>Amazon</b> Rekognition; NIST measured others.</p></article>';

/** APIs with which a page could get a node or a word from inside the card. */
describe.each(browserNames)('a page in %s', (name) => {
  const tested = useExtension(name);

  test('that probes every point, animation, selection and measurement meets nothing inside the card', async () => {
    const page = await tested.openHtml(`<script>(${measure.toString()})()</script>${story}`);
    await page.waitForMark('Amazon Rekognition');
    await page.clickMark('Amazon Rekognition');
    const card = await page.waitForCard((text) => text.length > 200);
    await page.press('Tab');
    const probed = await page.call(probe);
    // The probes work: they find the host.
    expect(probed.hosts).toBe(1);
    expect(probed.points).toBeGreaterThan(20);
    expect(probed.foreignNodes).toEqual([]);
    expect(probed.entries.filter((entry) => /(?:chrome|moz)-extension:/.test(entry))).toEqual([]);
    const revealed = card.split(/\s+/).filter((word) => word.length > 8 && !story.includes(word));
    expect(revealed.length).toBeGreaterThan(5);
    expect(revealed.filter((word) => probed.text.includes(word))).toEqual([]);
  });

  test('that tears at the box a thousand times neither stands still nor breaks, and the card opens once it stops', async () => {
    const page = await tested.openHtml(
      `<script>(${tear.toString()})()</script><div id="elsewhere"></div>${story}`,
    );
    await page.waitForMark('Amazon Rekognition');
    await page.clickMark('Amazon Rekognition');
    await waitUntilTorn(page);
    await page.press('Escape');
    await page.waitForNoCard();
    await page.clickMark('Amazon Rekognition');
    expect(await page.waitForCard()).toContain('Amazon Rekognition');
    expect(page.errors).toEqual([]);
  });
});

/** Runs first in the page: records everything that the browser reports of time, layout and input. */
function measure(): void {
  const entries: string[] = [];
  const nodes: Node[] = [];
  Object.assign(globalThis, { measured: { entries, nodes } });
  for (const type of PerformanceObserver.supportedEntryTypes) {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        entries.push(JSON.stringify(entry));
        const revealed = entry as unknown as { element?: Node; target?: Node; sources?: { node?: Node }[] };
        for (const node of [
          revealed.element,
          revealed.target,
          ...(revealed.sources ?? []).map((source) => source.node),
        ])
          if (node) nodes.push(node);
      }
    }).observe({ type, buffered: true });
  }
}

interface Probed {
  hosts: number;
  points: number;
  foreignNodes: string[];
  entries: string[];
  text: string;
}

async function probe(): Promise<Probed> {
  const { measured } = globalThis as unknown as { measured: { entries: string[]; nodes: Node[] } };
  const hosts = [...document.querySelectorAll(':popover-open')];
  const nodes: (Node | null | undefined)[] = [...measured.nodes];
  const box = hosts[0]?.getBoundingClientRect();
  let points = 0;
  for (let x = 0; x < innerWidth; x += 12) {
    for (let y = 0; y < innerHeight; y += 12) {
      const under = document.elementsFromPoint(x, y);
      if (hosts.some((host) => under.includes(host))) points += 1;
      nodes.push(...under, document.caretPositionFromPoint?.(x, y)?.offsetNode);
      nodes.push(document.caretRangeFromPoint?.(x, y)?.startContainer);
    }
  }
  for (const animation of document.getAnimations()) nodes.push((animation.effect as KeyframeEffect).target);
  for (const host of hosts) {
    for (const animation of host.getAnimations({ subtree: true }))
      nodes.push((animation.effect as KeyframeEffect).target);
    nodes.push(host.shadowRoot, ...host.childNodes, (host as HTMLElement).offsetParent);
  }
  nodes.push(document.activeElement, document.fullscreenElement, document.pointerLockElement);
  const copied: string[] = [];
  addEventListener('copy', (event) => copied.push(event.clipboardData?.getData('text/plain') ?? ''));
  document.execCommand('selectAll');
  const selection = getSelection();
  copied.push(selection?.toString() ?? '');
  nodes.push(selection?.anchorNode, selection?.focusNode);
  for (let n = 0; n < (selection?.rangeCount ?? 0); n += 1) {
    const range = selection?.getRangeAt(n);
    nodes.push(range?.startContainer, range?.endContainer);
    copied.push(range?.cloneContents().textContent ?? '');
  }
  document.execCommand('copy');
  selection?.removeAllRanges();
  const styles = [...hosts, document.documentElement].flatMap((element) =>
    ['', '::before', '::after', '::backdrop', '::highlight(sidelight)'].map((pseudo) => {
      const style = getComputedStyle(element, pseudo);
      return `${style.content} ${style.backgroundImage} ${style.fontFamily}`;
    }),
  );
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const known = new Set<Node>([document, ...hosts]);
  const walker = document.createTreeWalker(document);
  while (walker.nextNode()) known.add(walker.currentNode);
  const foreign = nodes.filter((node): node is Node => !!node && !known.has(node) && node.isConnected);
  return {
    hosts: box ? hosts.length : 0,
    points,
    foreignNodes: foreign.map((node) => node.nodeName),
    entries: measured.entries,
    text: [
      ...copied,
      ...styles,
      ...measured.entries,
      // biome-ignore lint/performance/useDomNodeTextContent: this probes the rendered text, not the text in the tree.
      document.body.innerText,
      document.documentElement.outerHTML,
    ].join(' '),
  };
}

/** Runs first in the page: removes or moves the box whenever it appears, a thousand times. */
function tear(): void {
  const torn = { count: 0, frames: 0 };
  Object.assign(globalThis, { torn });
  const once = () => {
    const host = document.querySelector('[popover]');
    if (!host || torn.count >= 1_000) return;
    torn.count += 1;
    if (torn.count % 3 === 0) host.remove();
    else if (torn.count % 3 === 1) document.querySelector('#elsewhere')?.append(host);
    else document.documentElement.prepend(host);
  };
  new MutationObserver(once).observe(document, { childList: true, subtree: true, attributes: true });
  const frame = () => {
    torn.frames += 1;
    once();
    requestAnimationFrame(frame);
  };
  frame();
}

/** Waits until the page has removed the box, and enough frames have passed for a fight over it to show. */
async function waitUntilTorn(page: DrivenPage): Promise<void> {
  await page.call(
    () =>
      new Promise<void>((resolve) => {
        const { torn } = globalThis as unknown as { torn: { count: number; frames: number } };
        const until = torn.frames + 120;
        const poll = () => {
          if (torn.count > 0 && torn.frames > until) {
            torn.count = 1_000;
            resolve();
          } else requestAnimationFrame(poll);
        };
        poll();
      }),
  );
}
