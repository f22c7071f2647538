import { describe, expect, test } from 'vitest';
import { askBackground } from '../../../tools/browsers/ask-extension.ts';
import type { Json } from '../../../tools/browsers/call-in-page.ts';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { callApi } from '../driving/extension-api.ts';
import { type TestedExtension, useExtension } from '../driving/start-extension.ts';
import { type LoggedMessage, logMessages, type MessageLog } from '../extension/message-log.ts';

const filler = `<p>${'Apples were sold by the crate. '.repeat(20)}</p>`;
const article = `<article><h1>Faces</h1>${filler}<p>Police tried Amazon Rekognition for years.</p></article>`;
/** Contains the letters of a name, but no name: in Firefox, too, the background is asked about it, and says no. */
const nearly = 'castroville';
const quiet = `<article><h1>Orchards of ${nearly}</h1>${filler}</article>`;

const pathOf = (page: DrivenPage): string => new URL(page.page.url()).pathname;

/** Waits until a page has sent such a message; returns everything that was sent until then. */
function waitForMessage(
  log: MessageLog,
  isTrigger: (message: LoggedMessage) => boolean,
): Promise<LoggedMessage[]> {
  return waitFor(
    'a message',
    () => log.read(),
    (messages) => messages.some(isTrigger),
  );
}

/** What a page does all day without changing its text. */
function stayBusy(): void {
  const place = document.querySelector('h1') as HTMLElement;
  for (let step = 0; step < 50; step += 1) {
    place.style.transform = `translate(${step}px)`;
    place.className = `step-${step}`;
    place.dataset.step = String(step);
    document.title = `Step ${step}`;
  }
  const paragraph = document.querySelector('p') as HTMLElement;
  paragraph.replaceChildren(paragraph.textContent);
  paragraph.append(document.createComment('a comment'));
  document.body.append(document.createElement('hr'));
  scrollTo(0, 10);
  dispatchEvent(new Event('resize'));
  dispatchEvent(new Event('focus'));
}

const add = (page: DrivenPage, text: string): Promise<void> =>
  page.call(
    (added) => document.querySelector('article')?.insertAdjacentHTML('beforeend', `<p>${added}</p>`),
    text,
  );

async function change(tested: TestedExtension, request: Json): Promise<void> {
  const surface = await tested.openSilentPage();
  await askBackground(surface.page, 'changeSettings', request);
  await surface.close();
}

describe.each(browserNames)('what pages send in %s', (name) => {
  const tested = useExtension(name);

  test('is nothing while their text stays as it is, and then what has changed', async () => {
    const log = await logMessages(tested);
    const marked = await tested.openHtml(article);
    await marked.waitForMark('Amazon Rekognition');
    await waitForMessage(log, ({ call }) => call === 'reportCount');
    await log.clear();
    await marked.call(stayBusy);
    await add(marked, 'A first sentinel.');
    const sent = await waitForMessage(log, ({ text }) => text.includes('sentinel'));
    expect(sent.map(({ call, text }) => [call, text])).toEqual([['sendText', 'A first sentinel.']]);

    const unmarked = await tested.openHtml(quiet);
    await waitForMessage(log, ({ path }) => path === pathOf(unmarked));
    await log.clear();
    await unmarked.call(stayBusy);
    await add(unmarked, `A second sentinel in ${nearly}.`);
    const asked = await waitForMessage(log, ({ text }) => text.includes('sentinel'));
    // The page remembers nothing of rewritten text, so it is sent with the rest, but never the whole page.
    expect(asked.map(({ call }) => call)).toEqual(asked.map(() => 'checkText'));
    expect(asked.length).toBeLessThanOrEqual(2);
    expect(asked.map(({ text }) => text).join()).not.toContain('Orchards');
    expect([...marked.errors, ...unmarked.errors]).toEqual([]);
  });

  test('is nothing from hidden tabs, until they are visible', async () => {
    const log = await logMessages(tested);
    const marked = await tested.openHtml(article);
    await marked.waitForMark('Amazon Rekognition');
    const unmarked = await tested.openHtml(quiet);
    await waitForMessage(log, ({ path }) => path === pathOf(unmarked));
    const front = await tested.openHtml(`<article><h1>Front of ${nearly}</h1></article>`);
    await log.clear();
    for (const hidden of [marked, unmarked]) await add(hidden, 'Gender Shades was a study.');
    // Exceptions, and what is drawn, change while the pages are hidden, too.
    await change(tested, {
      kind: 'exception',
      exception: { entity: 'facial-recognition/amazon-rekognition', name: 'Rekognition', beside: 'apples' },
      isNoted: true,
    });
    await front.page.bringToFront();
    await add(front, `A sentinel in ${nearly}.`);
    const sent = await waitForMessage(log, ({ text }) => text.includes('sentinel'));
    expect(sent.filter(({ path }) => path !== pathOf(front))).toEqual([]);
    for (const seen of [marked, unmarked]) {
      await seen.page.bringToFront();
      await seen.waitForMark('Gender Shades');
      expect(seen.errors).toEqual([]);
    }
  });

  test('is asked of none of fifty restored tabs but the one in front', { timeout: 180_000 }, async () => {
    const log = await logMessages(tested);
    const surface = await tested.openSilentPage();
    const address = (number: number) =>
      tested.server.addPage(`/restored-${number}.html`, `<!doctype html><title>Restored</title>${article}`);
    const addresses = Array.from({ length: 50 }, (_, number) => address(number));
    const create = `Promise.all(${JSON.stringify(addresses)}.map((url) => api.tabs.create({ url, active: false })))`;
    const ids = await callApi<number[]>(surface, `(await ${create}).map(({ id }) => id)`);
    await waitFor(
      'fifty loaded tabs',
      () =>
        callApi<string[]>(
          surface,
          `(await api.tabs.query({})).flatMap(({ id, status }) => ${JSON.stringify(ids)}.includes(id) ? [status] : [])`,
        ),
      (states) => states.length === 50 && states.every((state) => state === 'complete'),
      120_000,
    );
    const isRestored = ({ path }: LoggedMessage) => path.startsWith('/restored-');
    await callApi(surface, `api.tabs.update(${ids[30]}, { active: true }).then(() => null)`);
    await waitForMessage(log, ({ call, path }) => call === 'reportCount' && path === '/restored-30.html');
    const paths = (await log.read()).filter(isRestored).map(({ path }) => path);
    expect([...new Set(paths)]).toEqual(['/restored-30.html']);
    await callApi(surface, `api.tabs.update(${ids[7]}, { active: true }).then(() => null)`);
    await waitForMessage(log, ({ call, path }) => call === 'reportCount' && path === '/restored-7.html');
    const later = (await log.read()).filter(isRestored).map(({ path }) => path);
    expect([...new Set(later)]).toEqual(['/restored-30.html', '/restored-7.html']);
    await callApi(surface, `api.tabs.remove(${JSON.stringify(ids)}).then(() => null)`);
  });

  test('a changed topic is one message to each tab, and its frames ask for nothing', {
    timeout: 120_000,
  }, async () => {
    const other = tested.server
      .addPage('/framed.html', `<!doctype html>${article}`)
      .replace('localhost', '127.0.0.1');
    const own = tested.server.addPage('/framed-here.html', `<!doctype html>${article}`);
    const frame = (source: string) => `<iframe src="${source}" width="800" height="500"></iframe>`;
    const pages: DrivenPage[] = [];
    for (let count = 0; count < 4; count += 1) {
      const page = await tested.openHtml(`${article}${frame(other)}${frame(own)}`);
      await waitFor(
        'marks in three frames',
        async () =>
          (await Promise.all(page.page.frames().map((one) => page.readMarks(one)))).map(
            ({ length }) => length,
          ),
        (counts) => counts.join() === '1,1,1',
      );
      pages.push(page);
    }
    const log = await logMessages(tested);
    // A page of the extension in a tab receives the messages to that tab, like a frame of a page.
    const ear = await tested.openSilentPage();
    const listener = `(message) => { if (message?.to === 'content') globalThis.told = [...(globalThis.told ?? []), message.call]; }`;
    await callApi(ear, `(api.runtime.onMessage.addListener(${listener}), null)`);
    const packs = (await askBackground(ear.page, 'getPacks')) as { topics: { ref: string }[] }[];
    const topics = packs.flatMap((pack) => pack.topics.map(({ ref }) => ref));
    const changes = [false, true].flatMap((isOn) => topics.map((topic) => ({ kind: 'topic', topic, isOn })));
    const readNotified = async () => (await ear.page.evaluate('globalThis.told ?? []')) as string[];
    for (const [number, request] of changes.entries()) {
      await askBackground(ear.page, 'changeSettings', request);
      await waitFor('the change to be told', readNotified, ({ length }) => length > number);
    }
    expect(await readNotified()).toEqual(changes.map(() => 'applySettings'));
    for (const page of pages) {
      await page.page.bringToFront();
      await page.waitForMark('Amazon Rekognition');
      expect(page.errors).toEqual([]);
    }
    const asked = (await log.read()).filter(({ call }) => call !== 'reportCount');
    expect(asked).toEqual([]);
  });
});
