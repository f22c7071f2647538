import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { useExtension } from '../driving/start-extension.ts';
import { bundleFixtures } from '../pages/bundle-fixtures.ts';

const sentence = '<p id="line">The county bought <span id="name">Rekognition</span> in 2017.</p>';
const cover = 'position:fixed;inset:0;width:100%;height:100%;';
/** What is in the middle of `#name`, and whether that shows its text. Texts of a root go into `#host`. */
const cases: readonly (readonly [title: string, html: string, isShown: boolean, root?: string])[] = [
  ['plain text', sentence, true],
  ['a layer', `${sentence}<div style="${cover}background:#fff"></div>`, false],
  ['a transparent layer', `${sentence}<div style="${cover}"></div>`, false],
  ['a layer of no opacity', `${sentence}<div style="${cover}opacity:0"></div>`, false],
  ['a layer that takes no pointer', `${sentence}<div style="${cover}pointer-events:none"></div>`, true],
  ['a layer that is not visible', `${sentence}<div style="${cover}visibility:hidden"></div>`, true],
  ['an image', `${sentence}<img alt="" style="${cover}">`, false],
  ['a video', `${sentence}<video style="${cover}"></video>`, false],
  ['a frame', `${sentence}<iframe style="${cover}" srcdoc="Hello"></iframe>`, false],
  ['a dialog', `${sentence}<dialog style="${cover}">Hello</dialog>`, false],
  [
    'other text over it',
    '<p style="height:0;margin:0">The county bought <span id="name">Rekognition</span></p><p style="margin:0">The county has bought something else that lies over the first</p>',
    false,
  ],
  [
    'the background of what follows under it',
    '<p style="height:0">The county bought <span id="name">Rekognition</span></p><div style="background:#fff;height:80px"></div>',
    true,
  ],
  [
    'a pseudo-element of its line over it',
    `<style>#line{position:relative}#line::before{content:"";${cover}background:#fff}</style>${sentence}`,
    false,
  ],
  [
    'a pseudo-element of its own over it',
    `<style>#name{position:relative}#name::after{content:"";position:absolute;inset:0;background:#fff}</style>${sentence}`,
    false,
  ],
  [
    'a pseudo-element that takes no pointer',
    `<style>#name{position:relative}#name::after{content:"";position:absolute;inset:0;pointer-events:none}</style>${sentence}`,
    true,
  ],
  [
    'clipped by what it overflows',
    `<div style="height:40px;overflow:hidden"><p>Above</p>${sentence}</div>`,
    false,
  ],
  [
    'scrolled away',
    `<div style="height:60px;overflow:auto"><p style="height:80px">Above</p>${sentence}</div><p>Below, and long enough to be under it</p>`,
    false,
  ],
  [
    'cut off by an ellipsis',
    '<p style="overflow:hidden;text-overflow:ellipsis;width:90px;white-space:nowrap">The county bought <span id="name">Rekognition</span></p>',
    false,
  ],
  [
    'after so many lines',
    '<p style="overflow:hidden;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:1;width:120px">The county bought <span id="name">Rekognition</span></p>',
    false,
  ],
  ['outside a clip path around it', `<div style="clip-path:inset(0 0 0 90%)">${sentence}</div>`, false],
  [
    'outside its own clip path',
    '<p id="name" style="clip-path:circle(10px at 0 0);width:300px">Rekognition</p>',
    false,
  ],
  [
    'in a round corner',
    '<div style="border-radius:50%;overflow:hidden;width:90px;height:90px"><span id="name" style="display:inline-block;font-size:8px">Re</span></div>',
    false,
  ],
  [
    'text that takes no pointer',
    '<p>The county bought <span id="name" style="pointer-events:none">Rekognition</span></p>',
    false,
  ],
  ['inert text', `<div inert>${sentence}</div>`, false],
  ['below the page', `<div style="position:relative;z-index:-1">${sentence}</div>`, false],
  [
    'turned and zoomed text',
    `<div style="transform:translate(80px,140px) rotate(30deg) scale(1.5);width:300px">${sentence}</div>`,
    true,
  ],
  [
    'text in an element without a box',
    '<p>The county bought <span id="name" style="display:contents">Rekognition</span></p>',
    true,
  ],
  [
    'text that cannot be selected',
    '<p>The county bought <span id="name" style="user-select:none">Rekognition</span></p>',
    true,
  ],
  [
    'text of an SVG',
    '<svg width="400" height="100"><text x="20" y="40" id="name">Rekognition</text></svg>',
    true,
  ],
  ['text in a shadow root', '<div id="host"></div>', true, sentence],
  [
    'text under a layer of its shadow root',
    '<div id="host"></div>',
    false,
    `${sentence}<div style="${cover}"></div>`,
  ],
  [
    'text in a slot',
    '<div id="host"><span id="name">Rekognition</span></div>',
    true,
    '<section><slot></slot></section>',
  ],
  [
    'text right in a slot',
    '<div id="host" class="name">Rekognition</div>',
    true,
    '<section><slot></slot></section>',
  ],
  [
    'text right in a slot, under a layer',
    '<div id="host" class="name">Rekognition</div>',
    false,
    `<section><slot></slot></section><div style="${cover}"></div>`,
  ],
];

let scripts: string;
beforeAll(async () => {
  scripts = await bundleFixtures(path.join(import.meta.dirname, '../../fixtures/points'), ['points']);
});

interface PointsPage {
  textAt(x: number, y: number, roots: readonly ShadowRoot[]): { node: Text; character: string } | undefined;
  comparePoints(
    firstSeed: number,
    pageCount: number,
  ): { texts: number; none: number; differences: { seed: number; x: number; y: number }[] };
}

describe.each(browserNames)('the text at a point in %s', (browser) => {
  const tested = useExtension(browser);
  const open = (html: string) => {
    tested.server.addFolder('/points/', scripts);
    return tested.openHtml(
      `<style>body { font: 16px/1.5 sans-serif; margin: 20px }</style>${html}<script src="/points/points.js"></script>`,
    );
  };

  test('is that of the name only where nothing else is shown', async () => {
    const page = await open('<div id="stage"></div>');
    const differing: string[] = [];
    for (const [title, html, isShown, root] of cases) {
      const wasShown = await page.call(
        (content, rootContent) => {
          const stage = document.getElementById('stage') as HTMLElement;
          stage.innerHTML = content;
          stage.querySelector('dialog')?.showModal();
          const shadow = document.getElementById('host')?.attachShadow({ mode: 'open' });
          if (shadow) shadow.innerHTML = rootContent;
          const name = (stage.querySelector('#name, .name') ?? shadow?.getElementById('name')) as Element;
          const range = document.createRange();
          range.selectNodeContents(name);
          const box = range.getBoundingClientRect();
          const { textAt } = globalThis as unknown as PointsPage;
          const found = textAt(box.x + box.width / 2, box.y + box.height / 2, shadow ? [shadow] : []);
          return found?.node.parentElement === name;
        },
        html,
        root ?? '',
      );
      if (wasShown !== isShown) differing.push(title);
    }
    expect(differing).toEqual([]);
  });

  test('is what a slow reader of the layout finds, on random pages', async () => {
    const page = await open('');
    const outcome = await page.call(() => (globalThis as unknown as PointsPage).comparePoints(1, 300));
    expect(outcome.differences.slice(0, 5)).toEqual([]);
    // Enough of both kinds to be meaningful.
    expect(Math.min(outcome.texts, outcome.none)).toBeGreaterThan(1_000);
  });
});
