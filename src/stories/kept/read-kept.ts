import * as v from 'valibot';
import type { Article } from '../text/article.ts';
import { boundArticle, cutLine, cutText, maxNoteLength } from './bound-article.ts';
import type { KeptArticle, Story } from './kept-article.ts';

const KeptId = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/));
const Moment = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  v.check((moment) => !Number.isNaN(Date.parse(moment))),
);
const Note = v.pipe(
  v.string(),
  v.check((note) => cutText(note, maxNoteLength) === note),
);
/** Empty in older data: those stories were called after articles without a title. */
const Title = v.pipe(
  v.string(),
  v.check((title) => cutLine(title) === title),
);

const emptyArticle: Article = {
  ...{ title: '', outlet: '', authors: [], date: '' },
  ...{ address: '', language: '', text: '' },
};

/** A field as `boundArticle` leaves it: keeping the article would change nothing in it. */
const bounded = <Schema extends v.GenericSchema>(field: keyof Article, schema: Schema) =>
  v.pipe(
    schema,
    v.check((value) => {
      const article: Readonly<Record<string, unknown>> = {
        ...boundArticle({ ...emptyArticle, [field]: value }),
      };
      return JSON.stringify(article[field]) === JSON.stringify(value);
    }),
  );

const title = bounded('title', v.string());
const outlet = bounded('outlet', v.string());
const authors = bounded('authors', v.array(v.string()));
const date = bounded('date', v.string());
const Span = v.strictObject({ start: v.number(), end: v.number() });
const KeptText = v.pipe(
  v.strictObject({
    ...{ title, outlet, authors, date },
    address: bounded('address', v.string()),
    language: bounded('language', v.string()),
    text: bounded('text', v.string()),
    quotedBlocks: v.exactOptional(v.array(Span)),
  }),
  v.forward(
    v.check((article) => boundArticle(article).quotedBlocks?.length === article.quotedBlocks?.length),
    ['quotedBlocks'],
  ),
);
const Corrections = v.strictObject({
  title: v.exactOptional(title),
  outlet: v.exactOptional(outlet),
  authors: v.exactOptional(authors),
  date: v.exactOptional(date),
});

const KeptArticleSchema = v.strictObject({
  id: KeptId,
  story: KeptId,
  kind: v.picklist(['page', 'file', 'text']),
  versions: v.pipe(
    v.array(v.strictObject({ keptAt: Moment, article: KeptText })),
    v.minLength(1),
    v.maxLength(10_000),
  ),
  corrections: Corrections,
  note: Note,
});

const StorySchema = v.strictObject({
  id: KeptId,
  title: Title,
  createdAt: Moment,
  isOn: v.boolean(),
  marksNames: v.boolean(),
  note: Note,
});

/** The place in untrusted data that is not as it is stored, such as `versions[0].article`, and what is there. */
export interface WrongKept {
  readonly path: string;
  readonly value: unknown;
}

/** @returns the article if it is one that could have been kept, or the first place where it is not */
export function readKeptArticle(data: unknown): KeptArticle | WrongKept {
  const { success, output, issues } = v.safeParse(KeptArticleSchema, data, { abortEarly: true });
  return success ? (output as KeptArticle) : describe(issues[0]);
}

/** The same for a story, which is written without its stamp. */
export function readStory(data: unknown): Omit<Story, 'stamp'> | WrongKept {
  const { success, output, issues } = v.safeParse(StorySchema, data, { abortEarly: true });
  return success ? output : describe(issues[0]);
}

function describe(issue: v.BaseIssue<unknown>): WrongKept {
  const steps = (issue.path ?? []).map(({ key }) =>
    typeof key === 'number' ? `[${key}]` : `.${String(key)}`,
  );
  return { path: steps.join('').replace(/^\./, ''), value: issue.input };
}
