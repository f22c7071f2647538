import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { useExtension } from '../driving/start-extension.ts';
import { bundleFixtures } from '../pages/bundle-fixtures.ts';
import { changeSetting } from '../settings/change-setting.ts';

/** The functions of `tests/fixtures/looks/looks.js`. */
interface Looks {
  open(html: string, choices?: object): void;
  openRandom(seed: number): void;
  change(): void;
  drawn(): string[];
  differences(): string[];
  countSeen(): number;
  callbacks(): number;
}
declare const looks: Looks;

const name = 'Rekognition';
const seen = `<p id="seen">It was ${name}.</p>`;

/** Invisible text: the rules of `.u`. */
const unseen: [string, string][] = [
  ['not displayed', 'display: none'],
  ['hidden', 'visibility: hidden'],
  ['collapsed', 'visibility: collapse'],
  ['transparent', 'opacity: 0'],
  ['transparent in its colour', 'color: transparent'],
  ['transparent in its fill', '-webkit-text-fill-color: rgba(0, 0, 0, 0)'],
  ['transparent by a filter', 'filter: opacity(0)'],
  ['blurred away', 'filter: blur(9px)'],
  ['without size', 'font-size: 0'],
  ['scaled to nothing', 'transform: scale(0)'],
  ['scaled to a line', 'transform: scaleX(0)'],
  [
    'for screen readers',
    'position: absolute; width: 1px; height: 1px; overflow: hidden; white-space: nowrap',
  ],
  ['clipped', 'position: absolute; clip: rect(0, 0, 0, 0)'],
  ['clipped by a path', 'clip-path: inset(50%)'],
  ['clipped by a circle', 'clip-path: circle(0)'],
  ['without height', 'height: 0; overflow: hidden'],
  ['folded', 'max-height: 0; overflow: clip'],
  ['without height, though it could be scrolled', 'height: 0; overflow: auto'],
  ['left of the page', 'position: absolute; left: -9999px'],
  ['above the page', 'position: absolute; top: -9999px'],
  ['indented away', 'text-indent: -9999px'],
  ['moved away', 'transform: translateX(-200vw)'],
  ['fixed beside the window', 'position: fixed; right: -900px; width: 800px'],
  ['fixed below the window', 'position: fixed; top: 110vh'],
  ['clamped away', 'width: 90px; height: 1.5em; line-height: 1.5; overflow: hidden; padding: 0'],
  [
    'cut off at the end of a line',
    'width: 60px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis',
  ],
  ['skipped', 'content-visibility: hidden'],
];

/** Visible text, although much suggests that it is hidden. */
const visible: [string, string, string][] = [
  [
    'directly in a box that is none',
    '',
    `<style>.c { display: contents }</style><div class="c">${name}</div>`,
  ],
  [
    'behind hidden words',
    '',
    `<style>.h { display: none }</style><p><span class="h">Advertisement. </span>Bought ${name}.</p>`,
  ],
  [
    'behind an invisible sign',
    '',
    `<style>.h { visibility: hidden }</style><p><i class="h">#</i> ${name}.</p>`,
  ],
  [
    'visible in hidden text',
    '.a { visibility: hidden } .v { visibility: visible }',
    `<p class="a">x <b class="v">${name}</b></p>`,
  ],
  [
    'in a scroller, further down',
    '',
    `<div style="height: 60px; overflow: auto"><p style="height: 900px">x</p><p>${name}</p></div>`,
  ],
  ['below the window', '', `<p style="margin-top: 4000px">${name}</p>`],
  [
    'absolute in a box without height',
    '',
    `<div style="height: 0; overflow: hidden"><p style="position: absolute">${name}</p></div>`,
  ],
  [
    'painted by its background',
    '',
    `<p style="color: transparent; background: linear-gradient(90deg, #808, #088) text">${name}</p>`,
  ],
  ['skipped until it is near', '', `<p style="content-visibility: auto; margin-top: 5000px">${name}</p>`],
  ['in an open slot', '', `<div><template data-root><slot>${name}</slot></template></div>`],
  [
    'in a locked page',
    'html, body { overflow: hidden; height: 100% }',
    `<p style="margin-top: 3000px">${name}</p>`,
  ],
];

/**
 * How hidden text is revealed: a rule for `.panel`, one for the revealed state, and the action of the reader or the
 * page.
 */
const press = `onclick="document.querySelector('.panel').classList.toggle('on')"`;
const reveals: [string, string, string, 'click' | 'hover'][] = [
  ['displayed', '.panel { display: none } .panel.on { display: block }', press, 'click'],
  ['made visible', '.panel { visibility: hidden } .panel.on { visibility: visible }', press, 'click'],
  ['made opaque', '.panel { opacity: 0 } .panel.on { opacity: 1 }', press, 'click'],
  [
    'faded in',
    '.panel { opacity: 0; transition: opacity 300ms 200ms } .panel.on { opacity: 1 }',
    press,
    'click',
  ],
  [
    'unfolded',
    '.panel { max-height: 0; overflow: hidden; transition: max-height 300ms } .panel.on { max-height: 20em }',
    press,
    'click',
  ],
  ['coloured', '.panel { color: transparent } .panel.on { color: #000 }', press, 'click'],
  [
    'scaled up',
    '.panel { transform: scale(0); transition: transform 300ms } .panel.on { transform: none }',
    press,
    'click',
  ],
  ['slid in', '.panel { position: fixed; left: -900px } .panel.on { left: 0 }', press, 'click'],
  ['shown under the pointer', '.panel { display: none } #b:hover ~ .panel { display: block }', '', 'hover'],
  [
    'made visible under the pointer',
    '.panel { visibility: hidden } #b:hover ~ .panel { visibility: visible }',
    '',
    'hover',
  ],
  ['shown beside what has the focus', '.panel { opacity: 0 } #b:focus ~ .panel { opacity: 1 }', '', 'click'],
  [
    'shown beside what was changed',
    '.panel { opacity: 0 } #b.on ~ .panel { opacity: 1 }',
    `onclick="this.className = 'on'"`,
    'click',
  ],
  [
    'shown a while later',
    '.panel { visibility: hidden } body.on .panel { animation: s 200ms 300ms forwards } @keyframes s { to { visibility: visible } }',
    `onclick="document.body.className = 'on'"`,
    'click',
  ],
  [
    'shown by a rule',
    '.panel { display: none }',
    `onclick="document.querySelector('style').sheet.deleteRule(0)"`,
    'click',
  ],
];

const backgrounds: [string, string, 'light' | 'dark'][] = [
  ['dark letters on white', `<p id="x" style="color: #222">${name}</p>`, 'light'],
  ['behind a badge', `<p id="x"><b style="background: #c00; color: #fff">LIVE</b> ${name}</p>`, 'light'],
  [
    'behind a badge on a dark page',
    `<div style="background: #111; color: #eee"><p id="x"><b style="background: #fd0; color: #000">LIVE</b> ${name}</p></div>`,
    'dark',
  ],
  ['in a pill', `<p>Bought <span id="x" style="background: #111; color: #fff">${name}</span></p>`, 'dark'],
  [
    'in a light pill on dark',
    `<p style="background: #111; color: #fff">Bought <span id="x" style="background: #fe8; color: #111">${name}</span></p>`,
    'light',
  ],
  [
    'letters filled otherwise',
    `<div style="background: #111; color: #111"><p id="x" style="-webkit-text-fill-color: #eee">${name}</p></div>`,
    'dark',
  ],
  [
    'letters of a gradient on dark',
    `<div style="background: #111; color: #eee"><h2 id="x" style="color: transparent; background: linear-gradient(90deg, #f8f, #8ff) text">${name}</h2></div>`,
    'dark',
  ],
  [
    'letters of a gradient on light',
    `<h2 id="x" style="color: transparent; background: linear-gradient(90deg, #f8f, #8ff) text">${name}</h2>`,
    'light',
  ],
  [
    'faint letters on dark',
    `<div style="background: #111"><p id="x" style="color: rgba(255, 255, 255, 0.4)">${name}</p></div>`,
    'dark',
  ],
  ['faint dark letters', `<p id="x" style="color: rgba(0, 0, 0, 0.4)">${name}</p>`, 'light'],
  [
    'a dark gradient',
    `<p id="x" style="color: #ccc; background: linear-gradient(#000, #333)">${name}</p>`,
    'dark',
  ],
  [
    'a line drawn by a gradient',
    `<p id="x" style="color: #246; background: linear-gradient(#000, #000) 0 100% / 100% 1px no-repeat">${name}</p>`,
    'light',
  ],
  [
    'a picture under white letters',
    `<p id="x" style="color: #fff; background: url('data:image/gif;base64,R0lGODlhAQABAAAAACw=')">${name}</p>`,
    'dark',
  ],
  [
    'white letters over something placed behind them',
    `<div style="position: relative"><div style="position: absolute; inset: 0; background: #000"></div><p id="x" style="position: relative; color: #fff">${name}</p></div>`,
    'dark',
  ],
  [
    'a veil over dark',
    `<div style="background: #000"><p id="x" style="background: rgba(255, 255, 255, 0.9); color: #000">${name}</p></div>`,
    'light',
  ],
  [
    'outside of the dark box that holds it',
    `<div style="background: #000; height: 20px; position: relative"><p id="x" style="position: absolute; top: 60px; color: #555">${name}</p></div>`,
    'light',
  ],
];

/** Pages with hidden content, at rest. */
const resting: [string, string][] = [
  [
    'text that is hidden in each way',
    `<style>.v { visibility: hidden } .d { display: none } .o { opacity: 0 } .l { position: absolute; left: -9999px }</style>
      <p class="v">${name}</p><p>x <b class="d">${name}</b></p><p class="o">${name}</p><p class="l">${name}</p>${seen}`,
  ],
  [
    'much hidden text',
    `<style>.m { visibility: hidden }</style>${`<p class="m">${name} and Microsoft</p>`.repeat(300)}${seen}`,
  ],
  [
    'hidden text and an animation',
    `<style>.m { visibility: hidden } .a { animation: t 1s infinite alternate } @keyframes t { to { transform: translateX(90px) } }</style><p class="a">x</p><p class="m">${name}</p>${seen}`,
  ],
];

describe.each(browserNames)('in %s', (browser) => {
  const tested = useExtension(browser);
  let script: string;
  let page: DrivenPage;

  beforeAll(async () => {
    script = await bundleFixtures(path.join(import.meta.dirname, '../../fixtures/looks'), ['looks']);
    // The session under test draws the marks here, so the extension's own are switched off.
    await changeSetting(tested, 'enabled', false);
  });
  beforeEach(async () => {
    tested.server.addFolder('/looks/', script);
    page = await tested.openHtml('<script src="/looks/looks.js"></script>');
    await page.page.bringToFront();
    await expect.poll(() => page.call(() => typeof looks)).toBe('object');
  });
  afterEach(() => expect(page.errors).toEqual([]));

  const drawn = () => page.call(() => looks.drawn());
  const ids = async () => (await drawn()).map((mark) => mark.split(' ')[0]);
  const open = (html: string, choices = {}) =>
    page.call((given: string, chosen: object) => looks.open(given, chosen), html, choices);

  test('invisible text gets no mark', async () => {
    const wrong: string[] = [];
    for (const [how, rule] of unseen) {
      await open(
        `<style>.u { ${rule} }</style><article><div class="u"><p>Legislators asked what ${name} is.</p></div>${seen}</article>`,
        { density: 'first-in-section' },
      );
      await expect.poll(drawn, { message: how }).toHaveLength(1);
      if ((await ids())[0] !== 'seen') wrong.push(how);
    }
    expect(wrong).toEqual([]);
  });

  test('text that can be seen is marked, however it is laid out', async () => {
    for (const [how, rules, html] of visible) {
      await open(`<style>${rules}</style><article>${html}${seen}</article>`);
      await expect.poll(async () => (await drawn()).length, { message: how }).toBe(2);
    }
  });

  test('text that the page shows later is marked then, and not when it is hidden again', async () => {
    for (const [how, rules, attributes, act] of reveals) {
      await page.page.mouse.move(1, 1);
      await open(
        `<style>${rules}</style><article><button id="b" ${attributes}>More</button><div class="panel"><p id="later"><b>${name}</b> was bought.</p></div>${seen}</article>`,
        { density: 'first-in-section' },
      );
      await expect.poll(ids, { message: how }).toEqual(['seen']);
      await page.page[act]('#b');
      await expect.poll(ids, { message: `${how}, shown` }).toEqual(['later']);
      if (attributes !== press && act !== 'hover') continue;
      if (act === 'hover') await page.page.hover('#seen');
      else await page.page.click('#b');
      await expect.poll(ids, { message: `${how}, hidden again` }).toEqual(['seen']);
    }
  });

  test('a mark is made for the ground that it sits on', async () => {
    for (const [how, html, colorScheme] of backgrounds) {
      await open(`<article>${html}</article>`);
      await expect.poll(drawn, { message: how }).toEqual([`x ${colorScheme}`]);
    }
  });

  test('a mark follows the ground when that turns', async () => {
    await open(
      `<style>.dark { background: #111; color: #eee }</style><article><p id="x">${name}</p></article>`,
    );
    await expect.poll(drawn).toEqual(['x light']);
    await page.call(() => document.querySelector('article')?.classList.add('dark'));
    await expect.poll(drawn).toEqual(['x dark']);
  });

  test('a page at rest costs nothing, whatever is hidden in it', async () => {
    for (const [how, html] of resting) {
      await open(`<article>${html}</article>`);
      await expect.poll(ids, { message: how }).toEqual(['seen']);
      const countWork = () =>
        page.call(async () => {
          const before = looks.callbacks();
          for (let frame = 0; frame < 60; frame += 1) await new Promise(requestAnimationFrame);
          return looks.callbacks() - before;
        });
      // Observers' first reports on new elements, and the check that follows, may still be in progress.
      await expect.poll(countWork, { message: how }).toBe(0);
      expect(await countWork(), how).toBe(0);
    }
  });

  test('on random pages what is drawn is what can be seen, also when that changes', async () => {
    let seenCount = 0;
    for (let seed = 1; seed <= 24; seed += 1) {
      await page.call((given: number) => looks.openRandom(given), seed);
      for (let step = 0; step < 3; step += 1) {
        await expect
          .poll(() => page.call(() => looks.differences()), { message: `page ${seed}, step ${step}` })
          .toEqual([]);
        seenCount += await page.call(() => looks.countSeen());
        await page.call(() => looks.change());
      }
    }
    expect(seenCount).toBeGreaterThan(100);
  });
});
