import { beforeEach, expect, test, vi } from 'vitest';
import { type CardChange, changeSettings, type SettingsChange } from '../../src/settings/change-settings.ts';
import { defaultSettings, type Settings } from '../../src/settings/settings.ts';
import { closed, session } from './session-browser.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./session-browser.ts')).sessionBrowser,
}));

const { serveChanges } = await import('../../src/background/serve-changes.ts');

const frame = { tabId: 7, frameId: 3, opener: {}, site: '', pageHost: 'news.example.org' };
const card = { kind: 'card', frame, place: frame } as unknown as Parameters<
  ReturnType<typeof serveChanges>['changeFromCard']
>[0];
const surface = { kind: 'extension-page', frame: null, place: { tabId: -1, frameId: -1 } } as const;
const hidden: CardChange = { kind: 'entity', entity: 'p/e', isHidden: true };
const exception = { entity: 'p/e', name: 'E', host: 'news.example.org' };
const wrong: CardChange = { kind: 'exception', exception, isNoted: true };

const topicOff: CardChange = { kind: 'topic', topic: 'p/t', isOn: false };

let settings: Settings;
const written: SettingsChange[] = [];
const write = async (change: SettingsChange) => {
  written.push(change);
  settings = changeSettings(settings, change);
  return settings;
};
const sites = { change: async (_caller: unknown, change: CardChange) => void (await write(change)) };
/** What a background that has died answers. */
const never = new Promise<never>(() => undefined);
/** Like a background that has just woken. */
const wake = (change = sites.change) => serveChanges({ change }, write, async () => settings);

beforeEach(() => {
  session.clear();
  closed.length = 0;
  written.length = 0;
  settings = defaultSettings;
});

test.each([
  [hidden, { ...hidden, isHidden: false }],
  [wrong, { ...wrong, isNoted: false }],
  [topicOff, { ...topicOff, isOn: null }],
])(
  'a change by a card is undone once, even by a background that was suspended since',
  async (change, back) => {
    await wake().changeFromCard(card, change);
    expect(await wake().getCardChange(surface, { tabId: 7 })).toEqual(change);
    await wake().undoCardChange(surface, { tabId: 7 });
    expect(written).toEqual([change, back]);
    expect(await wake().getCardChange(surface, { tabId: 7 })).toBeNull();
    await expect(wake().undoCardChange(surface, { tabId: 7 })).rejects.toThrow('nothingToBringBack');
    expect(written).toHaveLength(2);
  },
);

test('of several changes the last is undone, and none that the card has undone itself', async () => {
  const changes = wake();
  await changes.changeFromCard(card, hidden);
  await changes.changeFromCard(card, wrong);
  expect(await changes.getCardChange(surface, { tabId: 7 })).toEqual(wrong);
  await changes.changeFromCard(card, { ...wrong, isNoted: false });
  expect(await changes.getCardChange(surface, { tabId: 7 })).toBeNull();
});

test('a site that a card has switched off is left to its own switch', async () => {
  await wake().changeFromCard(card, { kind: 'site', pattern: 'news.example.org', isOn: false });
  expect(await wake().getCardChange(surface, { tabId: 7 })).toBeNull();
});

test('a change that fails is not remembered', async () => {
  const refuse = () => Promise.reject(new Error('Full'));
  await expect(wake(refuse).changeFromCard(card, hidden)).rejects.toThrow('Full');
  expect(await wake().getCardChange(surface, { tabId: 7 })).toBeNull();
});

test('a change that fails leaves the one before it on record', async () => {
  await wake().changeFromCard(card, hidden);
  const refuse = () => Promise.reject(new Error('Full'));
  await expect(wake(refuse).changeFromCard(card, wrong)).rejects.toThrow('Full');
  expect(await wake().getCardChange(surface, { tabId: 7 })).toEqual(hidden);
});

test('a change is undone, though the background died as soon as it was made', async () => {
  await new Promise<void>((resolve) => {
    const die = async (_caller: unknown, change: CardChange) => {
      await write(change);
      resolve();
      return never;
    };
    void wake(die).changeFromCard(card, topicOff);
  });
  // The card asks again, as it does after a lost answer.
  await wake().changeFromCard(card, topicOff);
  expect(await wake().getCardChange(surface, { tabId: 7 })).toEqual(topicOff);
  await wake().undoTopicOff(card, { topic: 'p/t' });
  expect(settings.topics).toEqual({});
});

test('a change that was never made, because the background died before, is none', async () => {
  await new Promise<void>((resolve) => {
    const die = () => {
      resolve();
      return never;
    };
    void wake(die).changeFromCard(card, hidden);
  });
  expect(await wake().getCardChange(surface, { tabId: 7 })).toBeNull();
});

test.each([
  [hidden, { ...hidden, isHidden: false }],
  [wrong, { ...wrong, isNoted: false }],
  [topicOff, { ...topicOff, isOn: true }],
] as const)('what the reader has undone in the options is left as it is now', async (change, back) => {
  await wake().changeFromCard(card, change);
  await write(back);
  expect(await wake().getCardChange(surface, { tabId: 7 })).toBeNull();
  await wake().undoCardChange(surface, { tabId: 7 });
  expect(written).toEqual([change, back]);
});

test.each([
  ['on by the pack’s default', {}],
  ['on by the reader’s choice', { 'p/t': true }],
])(
  'a topic that was %s comes back as it was, once, whether or not an answer was lost',
  async (_case, topics) => {
    settings = { ...defaultSettings, topics };
    await wake().changeFromCard(card, topicOff);
    await wake().changeFromCard(card, topicOff);
    expect(settings.topics).toEqual({ 'p/t': false });
    await wake().undoTopicOff(card, { topic: 'p/t' });
    await wake().undoTopicOff(card, { topic: 'p/t' });
    expect(settings.topics).toEqual(topics);
    expect(await wake().getCardChange(surface, { tabId: 7 })).toBeNull();
  },
);

test.each([
  ['in the options', { 'p/t': false }, undefined],
  ['by a card of another tab', {}, { ...card, frame: { ...card.frame, tabId: 8 } }],
])('a card cannot switch on a topic that was switched off %s', async (_case, topics, other) => {
  settings = { ...defaultSettings, topics };
  await wake().changeFromCard(other ?? card, topicOff);
  await expect(wake().undoTopicOff(card, { topic: 'p/t' })).rejects.toThrow('nothingToBringBack');
  expect(settings.topics).toEqual({ 'p/t': false });
});

test('of two topics that a card switched off the last comes back', async () => {
  await wake().changeFromCard(card, topicOff);
  await wake().changeFromCard(card, { ...topicOff, topic: 'p/u' });
  await expect(wake().undoTopicOff(card, { topic: 'p/t' })).rejects.toThrow('nothingToBringBack');
  await wake().undoTopicOff(card, { topic: 'p/u' });
  expect(settings.topics).toEqual({ 'p/t': false });
});

test('another tab knows nothing of it, and a closed one forgets', async () => {
  await wake().changeFromCard(card, hidden);
  expect(await wake().getCardChange(surface, { tabId: 8 })).toBeNull();
  for (const listener of closed) listener(7);
  await Promise.resolve();
  expect(session.size).toBe(0);
});
