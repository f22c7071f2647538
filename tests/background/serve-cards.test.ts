import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { CardDrawing } from '../../src/contracts/card-calls.ts';
import type { CardContent } from '../../src/view-models/card-content.ts';

const api = vi.hoisted(() => ({
  sent: [] as { tabId: number; message: object; options: object }[],
  answer: undefined as unknown,
  article: undefined as unknown,
}));
vi.mock('webextension-polyfill', () => ({
  default: {
    tabs: {
      async sendMessage(tabId: number, message: object, options: object) {
        api.sent.push({ tabId, message, options });
        return (message as { call?: string }).call === 'readArticle' ? api.article : api.answer;
      },
    },
  },
}));

const { serveCards } = await import('../../src/background/serve-cards.ts');

const token = '0123456789abcdef'.repeat(2);
const caller = { place: { tabId: 9, frameId: 4 } };
const drawing: CardDrawing = {
  number: 1,
  request: { subject: { kind: 'entity', ref: 'p/e' }, textOnPage: 'E' },
  appearance: { theme: 'auto', language: 'auto' },
};
const pack = { id: 'p' };
const content = { ref: 'p/e', title: 'E' } as unknown as CardContent;

const findForCard = vi.fn();
const makeContent = vi.fn();
const describePage = vi.fn(() => ({ claims: [], statements: [] }));
const findAll = vi.fn();
const { beginCard, getCardContent } = serveCards({ findForCard, findAll }, makeContent, describePage);
const article = { title: 'T', address: 'https://page.example/', date: null, blocks: [] };

beforeEach(() => {
  api.sent.length = 0;
  api.answer = { isOk: true, reply: drawing };
  api.article = { isOk: true, reply: null };
  findForCard.mockReset().mockImplementation(async (id: string) => (id === 'p' ? { pack } : {}));
  describePage.mockClear();
  makeContent.mockReset().mockReturnValue(content);
});

test('a card begins with what the box of its own tab says, and with the content of that', async () => {
  expect(await beginCard(caller, { token })).toEqual({ drawing, content });
  expect(api.sent).toEqual(
    ['readArticle', 'ready'].map((call) => ({
      tabId: 9,
      message: { to: 'box', token, call, from: 4 },
      options: {},
    })),
  );
  expect(makeContent).toHaveBeenCalledExactlyOnceWith(pack, 'entity', 'p/e', undefined);
});

test('a subject that no enabled pack knows is said to be none', async () => {
  findForCard.mockResolvedValue({});
  expect(await beginCard(caller, { token })).toEqual({ drawing, content: null });
  expect(await getCardContent(caller, { ...drawing.request.subject, token })).toBeNull();
});

test('what the article around the card says comes with the content, first and later', async () => {
  api.article = { isOk: true, reply: { ...article, canonical: 'https://page.example/own' } };
  const page = { claims: [], statements: [] };
  expect(await beginCard(caller, { token })).toEqual({ drawing, content: { ...content, page } });
  expect(await getCardContent(caller, { ...drawing.request.subject, token })).toEqual({ ...content, page });
  expect(describePage).toHaveBeenLastCalledWith(pack, content, {
    ...article,
    canonical: 'https://page.example/own',
  });
});

test.each([
  ['cannot be read', { isOk: false, reason: 'No' }],
  ['is malformed', { isOk: true, reply: { ...article, blocks: 'none' } }],
  ['does not come', new Promise(() => undefined)],
])('a card whose article %s has its content all the same', async (_why, answer) => {
  api.article = answer;
  expect(await getCardContent(caller, { ...drawing.request.subject, token })).toEqual(content);
  expect(describePage).not.toHaveBeenCalled();
});

test('a box that has nothing to draw yet has nothing looked up', async () => {
  api.answer = { isOk: true, reply: null };
  expect(await beginCard(caller, { token })).toEqual({ drawing: null });
  expect(findForCard).not.toHaveBeenCalled();
});

test.each([
  ['fails', () => Promise.reject(new Error('damaged'))],
  ['is long in coming', () => new Promise(() => undefined)],
])('content that %s does not hold up what is to be drawn', async (_what, find) => {
  findForCard.mockImplementation(find);
  expect(await beginCard(caller, { token })).toEqual({ drawing });
});

test.each([
  ['nobody knows the token', undefined],
  ['the box refuses', { isOk: false, reason: 'No' }],
  ['what it says is malformed', { isOk: true, reply: { ...drawing, number: 'one' } }],
  [
    'it asks for what is no subject',
    {
      isOk: true,
      reply: { ...drawing, request: { ...drawing.request, subject: { kind: 'site', ref: '' } } },
    },
  ],
])('nothing is looked up where %s', async (_why, answer) => {
  api.answer = answer;
  await expect(beginCard(caller, { token })).rejects.toThrow();
  expect(findForCard).not.toHaveBeenCalled();
});

describe('of a statement that the reader has kept, too,', () => {
  const statement = {
    ref: 'p/s',
    sentences: ['One.', null, 'Two.'],
    wordings: [{ parts: [{ text: 'One.' }, { text: 'Two,' }] }],
  };
  const ofPack = { kind: 'statement', ref: 'p/s', statements: [statement] };
  const findKept = vi.fn((): string[] => ['kept-a/x']);

  beforeEach(() => {
    findKept.mockClear().mockReturnValue(['kept-a/x', 'kept-b/y', 'kept-c/z']);
    findForCard.mockResolvedValue({ pack, matching: { findNames: () => [], findKept } });
    findAll
      .mockReset()
      .mockImplementation(async (refs: string[]) => refs.map((ref) => ({ id: ref.replace(/\/.*/, '') })));
    makeContent.mockImplementation((of: { id: string }, _kind, ref: string) =>
      of === pack ? ofPack : { pack: { id: of.id, keptCount: 2 }, statements: [{ ref }] },
    );
  });

  test('the card has the printings of both, told apart', async () => {
    const card = await getCardContent(caller, { kind: 'statement', ref: 'p/s', token });
    expect(findKept).toHaveBeenCalledExactlyOnceWith(['One. Two.', 'One.', 'Two,']);
    expect(card).toEqual({
      ...ofPack,
      kept: [
        { pack: { id: 'kept-a', keptCount: 2 }, statement: { ref: 'kept-a/x' } },
        { pack: { id: 'kept-b', keptCount: 2 }, statement: { ref: 'kept-b/y' } },
      ],
    });
  });

  test('nothing is said of a story that is gone', async () => {
    findAll.mockResolvedValue([]);
    expect(await getCardContent(caller, { kind: 'statement', ref: 'p/s', token })).toEqual(ofPack);
  });

  test('the card of a kept quotation looks for no other', async () => {
    const kept = { ...ofPack, ref: 'kept-a/x' };
    makeContent.mockReturnValue(kept);
    expect(await getCardContent(caller, { kind: 'statement', ref: 'kept-a/x', token })).toEqual(kept);
    expect(findKept).not.toHaveBeenCalled();
  });
});
