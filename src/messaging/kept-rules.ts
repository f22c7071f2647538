import * as v from 'valibot';

/** Its length is bounded where it is stored, and told there. */
const Text = v.string();
const Id = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/));
const Ids = v.pipe(v.array(Id), v.maxLength(50_000));
const Integer = v.pipe(v.number(), v.integer());
const TabOrWindow = v.pipe(v.number(), v.integer(), v.minValue(0));
const Authors = v.array(Text);

const ArticleSchema = v.object({
  title: Text,
  outlet: Text,
  authors: Authors,
  date: Text,
  address: Text,
  language: Text,
  text: Text,
  quotedBlocks: v.exactOptional(v.array(v.object({ start: Integer, end: Integer }))),
});

const ownPages = ['extension-page'] as const;

/** Who may make which of the `KeptCalls`: pages of the extension, because a page must not learn what is kept. */
export const keptRules = {
  getKeptPage: { by: ownPages, request: v.object({ tabId: TabOrWindow }) },
  keepPage: { by: ownPages, request: v.object({ tabId: TabOrWindow }) },
  keepWindow: { by: ownPages, request: v.object({ windowId: TabOrWindow }) },
  compareWithKept: { by: ownPages, request: v.object({ tabId: TabOrWindow }) },
  keepText: {
    by: ownPages,
    request: v.object({
      article: ArticleSchema,
      kind: v.picklist(['file', 'text']),
      story: v.exactOptional(Id),
    }),
  },
  correctArticle: {
    by: ownPages,
    request: v.object({
      id: Id,
      corrections: v.object({
        title: v.exactOptional(Text),
        outlet: v.exactOptional(Text),
        authors: v.exactOptional(Authors),
        date: v.exactOptional(Text),
      }),
    }),
  },
  noteArticle: { by: ownPages, request: v.object({ id: Id, note: Text }) },
  moveArticles: {
    by: ownPages,
    request: v.object({ ids: Ids, to: v.nullable(Id), title: v.exactOptional(Text) }),
  },
  removeArticles: { by: ownPages, request: v.object({ ids: Ids }) },
  changeStory: {
    by: ownPages,
    request: v.object({
      id: Id,
      change: v.object({
        title: v.exactOptional(Text),
        note: v.exactOptional(Text),
        isOn: v.exactOptional(v.boolean()),
        marksNames: v.exactOptional(v.boolean()),
      }),
    }),
  },
  mergeStories: { by: ownPages, request: v.object({ from: Id, into: Id }) },
  removeStory: { by: ownPages, request: v.object({ id: Id }) },
  undoKept: { by: ownPages, request: v.undefined() },
  announceStories: { by: ownPages, request: v.object({ stories: Ids }) },
} as const;
