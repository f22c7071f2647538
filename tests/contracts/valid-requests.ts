import type { BackgroundCalls } from '../../src/contracts/messages.ts';
import { defaultSettings } from '../../src/settings/settings.ts';

/** A valid request for each call, so that nothing is refused for its shape. Does not compile if one is missing. */
export const validRequests: {
  readonly [Name in keyof BackgroundCalls]: Parameters<BackgroundCalls[Name]>[0];
} = {
  checkText: { text: 'text', isFollowed: false },
  openPage: undefined,
  sendText: { reading: 1, number: 0, removed: [], added: [{ id: 0, text: 'text' }], isLast: true },
  bringPage: { tabId: 1, frameId: 0 },
  nameMarks: { startedAtMs: 1 },
  showCards: { secret: 'abcdefghijklmnop' },
  loadMarkElementPainter: undefined,
  restyleMarks: { secret: 'abcdefghijklmnop', before: defaultSettings.marks, now: defaultSettings.marks },
  tellCard: { token: '0123456789abcdef'.repeat(2), call: 'draw', frameId: 4 },
  beginCard: { token: '0123456789abcdef'.repeat(2) },
  tellBox: { token: '0123456789abcdef'.repeat(2), call: 'ready' },
  openCardAbove: {
    request: { subject: { kind: 'entity', ref: 'p/e' }, textOnPage: 'E' },
    place: { x: 1, y: 2, width: 3, height: 4 },
  },
  getCardContent: { kind: 'entity', ref: 'p/e', token: '0123456789abcdef'.repeat(2) },
  reportCount: { mentions: 1, traces: 0, startedAtMs: 1 },
  getBriefings: { title: 'T', address: 'https://www.example.org/', date: null, blocks: [] },
  getPacks: undefined,
  announcePacks: undefined,
  getBuiltInPack: undefined,
  getPackText: { id: 'p' },
  getEntities: { refs: ['p/e'] },
  listEntities: undefined,
  openOptions: {},
  openLibrary: { address: '#/' },
  getSettings: undefined,
  getPageHost: undefined,
  changeSettings: { kind: 'reset' },
  changeFromCard: { kind: 'entity', entity: 'p/e', isHidden: true },
  undoSiteOff: undefined,
  undoTopicOff: { topic: 'p/t' },
  getCardChange: { tabId: 1 },
  undoCardChange: { tabId: 1 },
  getFrames: { tabId: 1 },
};
