import * as v from 'valibot';
import { fieldSchemas } from '../settings/read-settings.ts';
import type { Appearance } from '../settings/settings.ts';
import { QuoteMatchSchema } from './annotated-article-schema.ts';
import type { CardAbove, CardDrawing, CardRequest } from './card-calls.ts';

/** Longer passages exist only as attacks. */
const maxTextLength = 20_000;
const Text = v.pipe(v.string(), v.maxLength(maxTextLength));

const CardRequestSchema = v.object({
  subject: v.object({
    kind: v.picklist(['entity', 'statement']),
    ref: v.pipe(v.string(), v.maxLength(200)),
  }),
  textOnPage: Text,
  mention: v.exactOptional(v.object({ name: Text, wordsBeside: v.object({ before: Text, after: Text }) })),
  pageDate: v.exactOptional(v.pipe(v.string(), v.isoDate())),
  trace: v.exactOptional(QuoteMatchSchema),
}) satisfies v.GenericSchema<unknown, CardRequest>;

export const AppearanceSchema = v.object({
  theme: fieldSchemas.theme,
  language: fieldSchemas.language,
}) satisfies v.GenericSchema<unknown, Appearance>;

const Length = v.pipe(v.number(), v.finite());

/** A card that the page above opens for a frame. */
export const CardAboveSchema = v.object({
  request: CardRequestSchema,
  place: v.nullable(v.object({ x: Length, y: Length, width: Length, height: Length })),
}) satisfies v.GenericSchema<unknown, CardAbove>;

/** What the box of a page has its card draw. */
export const CardDrawingSchema = v.object({
  number: v.number(),
  request: CardRequestSchema,
  appearance: AppearanceSchema,
}) satisfies v.GenericSchema<unknown, CardDrawing>;
