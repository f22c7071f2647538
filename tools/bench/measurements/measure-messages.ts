import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WebWorker } from 'puppeteer-core';
import { askBackground } from '../../browsers/ask-extension.ts';
import type { DrivenPage } from '../../browsers/driven-page.ts';
import { type LaunchedExtension, launchExtension } from '../../browsers/launch-extension.ts';
import { servePages } from '../../browsers/serve-pages.ts';
import { waitFor } from '../../browsers/wait-for.ts';
import { listBuilds } from '../builds.ts';
import type { MeasureOptions } from './measure-options.ts';

const tabCount = 20;
/** The page itself and its frames. */
const framesPerTab = 3;

export interface MessagesRow {
  readonly build: string;
  readonly change: string;
  /** From the background to tabs. */
  readonly sent: number;
  /** By the background, from pages and the options page, without the request for the change. */
  readonly received: number;
  /** The calls in those messages, and how often each was made. */
  readonly calls: string;
}

interface MessageCounts {
  readonly sent: number;
  /** The call in each message. */
  readonly received: readonly string[];
}

const counterFile = 'count-messages.js';
/** Runs in the background before the extension's own code. */
const counter = `
const counts = (globalThis.messageCounts = { sent: 0, received: [] });
const send = chrome.tabs.sendMessage;
chrome.tabs.sendMessage = (...given) => { counts.sent += 1; return send.apply(chrome.tabs, given); };
chrome.runtime.onMessage.addListener(({ call }) => { counts.received.push(call); });
`;

const changeCall = 'changeSettings';
const changes = {
  'a topic off': { kind: 'topic', topic: 'facial-recognition/audits', isOn: false },
  density: { kind: 'field', field: 'density', value: 'every' },
} as const;

/** Counts the messages that one changed setting causes, with many tabs of several frames open, in Chromium. */
export async function measureMessages({ against, onProgress }: MeasureOptions): Promise<MessagesRow[]> {
  const rows: MessagesRow[] = [];
  for (const { subject, folder } of listBuilds('chromium', against)) {
    const counting = copyWithCounter(folder);
    const extension = await launchExtension('chromium', { extensionFolder: counting });
    const server = await servePages();
    try {
      const paragraph = '<p>Gender Shades measured three systems. NIST measured others.</p>';
      const framed = server.addPage('/frame', `<!doctype html><article>${paragraph.repeat(8)}</article>`);
      const frames = `<iframe src="${framed}" width="600" height="400"></iframe>`.repeat(framesPerTab - 1);
      for (let number = 0; number < tabCount; number++) {
        const html = `<!doctype html><article>${paragraph.repeat(8)}</article>${frames}`;
        const page = await extension.openPage(server.addPage(`/tab-${number}`, html));
        for (const frame of page.page.frames()) await page.waitForMarks(undefined, undefined, frame);
        onProgress(`messages, ${subject}: ${number + 1} of ${tabCount} tabs`);
      }
      const options = await extension.openExtensionPage('src/entrypoints/options.html');
      for (const [change, request] of Object.entries(changes)) {
        rows.push({ build: subject, change, ...(await countMessages(extension, options, request)) });
      }
    } finally {
      await extension.close();
      await server.close();
      rmSync(counting, { recursive: true });
    }
  }
  return rows;
}

function copyWithCounter(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'sidelight-messages-'));
  cpSync(folder, copy, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(copy, 'manifest.json'), 'utf8'));
  const background = join(copy, manifest.background.service_worker);
  writeFileSync(join(copy, counterFile), counter);
  writeFileSync(background, `import './${counterFile}';\n${readFileSync(background, 'utf8')}`);
  return copy;
}

async function countMessages(
  { driver }: LaunchedExtension,
  options: DrivenPage,
  request: (typeof changes)[keyof typeof changes],
): Promise<Pick<MessagesRow, 'sent' | 'received' | 'calls'>> {
  const target = await driver.browser.waitForTarget(
    (one) => one.type() === 'service_worker' && one.url().startsWith(driver.extensionOrigin),
  );
  const worker = (await target.worker()) as WebWorker;
  const read = async () => (await worker.evaluate('({ ...messageCounts })')) as MessageCounts;
  await settle(read);
  const before = await read();
  await askBackground(options.page, changeCall, request);
  const after = await settle(read);
  const received = after.received.slice(before.received.length).filter((call) => call !== changeCall);
  const calls = [...new Set(received)].map(
    (call) => `${call} ${received.filter((one) => one === call).length}`,
  );
  return { sent: after.sent - before.sent, received: received.length, calls: calls.join(', ') };
}

/** Resolves when no message has been sent or received for a while. */
async function settle(read: () => Promise<MessageCounts>): Promise<MessageCounts> {
  let last = '';
  return waitFor(
    'messages to end',
    async () => {
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      return read();
    },
    (counts) => {
      const isSame = JSON.stringify(counts) === last;
      last = JSON.stringify(counts);
      return isSame;
    },
    120_000,
  );
}
