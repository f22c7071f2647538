import { splitRef } from '../knowledge/qualify-pack.ts';
import type { AnnotatedArticle } from './annotated-article.ts';

/** Thirty-two characters on either side, as in Hypothesis: enough to tell two equal quotations apart. */
const contextLength = 32;

interface AnnotationPage {
  readonly '@context': 'http://www.w3.org/ns/anno.jsonld';
  readonly type: 'AnnotationPage';
  readonly items: readonly Annotation[];
}

interface Annotation {
  readonly '@context': 'http://www.w3.org/ns/anno.jsonld';
  readonly id: string;
  readonly type: 'Annotation';
  readonly motivation: 'identifying' | 'linking';
  readonly body: {
    readonly type: 'TextualBody';
    readonly purpose: 'identifying' | 'linking';
    readonly value: string;
  };
  readonly target: {
    readonly source: string;
    readonly selector: readonly Selector[];
  };
}

type Selector =
  | {
      readonly type: 'TextQuoteSelector';
      readonly exact: string;
      readonly prefix: string;
      readonly suffix: string;
    }
  | {
      readonly type: 'TextPositionSelector';
      readonly start: number;
      readonly end: number;
    };

/**
 * The page's mentions and quote matches as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), for tools
 * that read them. Positions count from the start of the article's text, its blocks joined by one line feed.
 *
 * @param packId the pack of the mentions and quote matches
 * @param titleOf the title of a reference, for the body; undefined to leave it out
 */
export function makeWebAnnotations(
  page: AnnotatedArticle,
  packId: string,
  titleOf: (ref: string) => string | undefined,
): AnnotationPage {
  const text = page.blocks.map((block) => block.text).join('\n');
  const items: Annotation[] = [];
  const annotate = (purpose: Annotation['motivation'], ref: string, start: number, end: number) => {
    const value = splitRef(ref).packId === packId ? titleOf(ref) : undefined;
    if (value === undefined) return;
    items.push({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      // Includes the page's address: annotations of several pages may be stored together.
      id: `urn:sidelight:${purpose}:${encodeURIComponent(page.address)}:${encodeURIComponent(ref)}:${start}`,
      type: 'Annotation',
      motivation: purpose,
      body: { type: 'TextualBody', purpose, value },
      target: {
        source: page.address,
        selector: selectPassage(text, start, end),
      },
    });
  };
  let offset = 0;
  for (const block of page.blocks) {
    for (const { entity, start, end } of block.mentions)
      annotate('identifying', entity, offset + start, offset + end);
    for (const { statement, start, end } of block.traces)
      annotate('linking', statement, offset + start, offset + end);
    offset += block.text.length + 1;
  }
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'AnnotationPage',
    items,
  };
}

function selectPassage(text: string, start: number, end: number): Selector[] {
  return [
    {
      type: 'TextQuoteSelector',
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - contextLength), start),
      suffix: text.slice(end, end + contextLength),
    },
    { type: 'TextPositionSelector', start, end },
  ];
}
