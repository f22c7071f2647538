import type { BackgroundCalls } from '../../src/contracts/messages.ts';
import { defaultSettings } from '../../src/settings/settings.ts';

const keptId = '0123456789abcdef';

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
  getKeptPage: { tabId: 1 },
  compareWithKept: { tabId: 1 },
  keepPage: { tabId: 1 },
  keepWindow: { windowId: 1 },
  keepText: {
    article: {
      ...{ title: 'T', outlet: 'O', authors: ['A'], date: '2020-06-10', address: '', language: 'en' },
      text: 'Text.',
      quotedBlocks: [{ start: 0, end: 5 }],
    },
    kind: 'text',
    story: keptId,
  },
  correctArticle: { id: keptId, corrections: { title: 'T' } },
  noteArticle: { id: keptId, note: 'N' },
  moveArticles: { ids: [keptId], to: null, title: 'T' },
  removeArticles: { ids: [keptId] },
  changeStory: { id: keptId, change: { isOn: false } },
  mergeStories: { from: keptId, into: keptId },
  removeStory: { id: keptId },
  undoKept: undefined,
  announceStories: { stories: [keptId] },
};
