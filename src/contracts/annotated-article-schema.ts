import * as v from 'valibot';
import type { QuoteMatch } from '../matching/quotations/quote-match.ts';
import type { AnnotatedArticle } from '../view-models/annotated-article.ts';

const Offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const Ref = v.pipe(v.string(), v.maxLength(200));

/** Longer articles exist only as attacks: a book of 400 pages has a million characters. */
const maxTextLength = 2_000_000;
export const maxBlocks = 50_000;

export const QuoteMatchSchema = v.object({
  statement: Ref,
  kind: v.picklist(['verbatim', 'trimmed', 'similar', 'altered']),
  similarity: v.number(),
  start: Offset,
  end: Offset,
  speakerDiffers: v.boolean(),
  differences: v.array(
    v.object({ kind: v.picklist(['cut', 'added', 'changed']), statement: v.string(), page: v.string() }),
  ),
}) satisfies v.GenericSchema<unknown, QuoteMatch>;

const Blocks = v.pipe(
  v.array(
    v.object({
      text: v.pipe(v.string(), v.maxLength(maxTextLength)),
      mentions: v.array(v.object({ entity: Ref, name: v.string(), start: Offset, end: Offset })),
      traces: v.array(QuoteMatchSchema),
    }),
  ),
  v.maxLength(maxBlocks),
);

/** What a page sends is not trusted, so its shape is checked before it is used for the side panel. */
export const AnnotatedArticleSchema = v.object({
  title: v.string(),
  address: v.string(),
  canonical: v.exactOptional(v.string()),
  date: v.nullable(v.pipe(v.string(), v.isoDate())),
  blocks: Blocks,
  beside: v.exactOptional(Blocks),
}) satisfies v.GenericSchema<unknown, AnnotatedArticle>;
