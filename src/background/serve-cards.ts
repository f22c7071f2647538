import * as v from 'valibot';
import { AnnotatedArticleSchema } from '../contracts/annotated-article-schema.ts';
import type { CardRequest, CardStart } from '../contracts/card-calls.ts';
import { CardDrawingSchema } from '../contracts/card-request-schema.ts';
import { isKept, splitRef } from '../knowledge/qualify-pack.ts';
import type { PageMatcher } from '../matching/page-matcher.ts';
import { forwardCall, type Placed } from '../messaging/forwarded-calls.ts';
import type { BackgroundHandlers } from '../messaging/handle-background-calls.ts';
import { isEntityChosen } from '../settings/page-settings.ts';
import type { Settings } from '../settings/settings.ts';
import type { AnnotatedArticle } from '../view-models/annotated-article.ts';
import type { CardContent } from '../view-models/card-content.ts';
import type { makePageWords } from '../view-models/card-front/make-page-words.ts';
import type { makeCardContent } from '../view-models/make-card-content.ts';
import type { makePanelContent } from '../view-models/make-panel-content.ts';
import type { KnownPacks } from './known-packs.ts';

type Subject = CardRequest['subject'];
type Matching = { readonly findNames: NonNullable<Parameters<typeof makeCardContent>[3]> } & Pick<
  PageMatcher,
  'findKept'
>;

/** Of one utterance the reader may have kept several pieces; more would bury the pack's own words. */
const maxKept = 2;

/** A card that waits longer for its content shows that it is loading. */
const contentWaitMs = 100;

/** A page that is busy for longer does not hold up its card, which then says nothing of the page. */
const articleWaitMs = 80;

/** For the background: serves the cards. */
export function serveCards(
  packs: Pick<KnownPacks<Matching>, 'findForCard' | 'findAll'>,
  makeContent: typeof makeCardContent,
  describePage: typeof makePageWords,
) {
  async function loadContent(
    { kind, ref }: Subject,
    reading: Promise<AnnotatedArticle | null>,
  ): Promise<CardContent | null> {
    const { pack, matching } = await packs.findForCard(splitRef(ref).packId);
    const made = pack ? makeContent(pack, kind, ref, matching?.findNames) : null;
    const [article, kept] = await Promise.all([reading, made && matching ? findKept(made, matching) : []]);
    const content = made && kept.length > 0 ? { ...made, kept } : made;
    if (!pack || !content || !article) return content;
    return { ...content, page: describePage(pack, content, article) };
  }

  /** What articles that the reader keeps print of the statement of another pack. */
  async function findKept(
    { kind, ref, statements: [statement] }: CardContent,
    matching: Matching,
  ): Promise<NonNullable<CardContent['kept']>> {
    if (kind !== 'statement' || isKept(ref) || statement === undefined) return [];
    const known = statement.sentences.filter((sentence) => sentence !== null).join(' ');
    const printed = statement.wordings.flatMap(({ parts }) => parts.map((part) => part.text));
    const refs = matching.findKept([...new Set([known, ...printed])]).slice(0, maxKept);
    const stories = await packs.findAll(refs);
    return refs.flatMap((keptRef) => {
      const story = stories.find(({ id }) => id === splitRef(keptRef).packId);
      const content = story && makeContent(story, 'statement', keptRef);
      const [kept] = content?.statements ?? [];
      return content && kept ? [{ pack: content.pack, statement: kept }] : [];
    });
  }
  return {
    getCardContent: ({ place }: Placed, { token, ...subject }: Subject & { readonly token: string }) =>
      loadContent(subject, readArticle(place, token)),
    /**
     * Asks the box in the same tab what to draw, and adds the content to the answer: requesting it separately
     * would cost the card another round trip. Rejects if no box knows the token, or its answer is malformed.
     */
    async beginCard({ place }: Placed, { token }: { readonly token: string }): Promise<CardStart> {
      // Asked for at once: both answers come from the page's thread.
      const reading = readArticle(place, token);
      const answer = await forwardCall('box', place, { token, call: 'ready' });
      const drawing = v.parse(v.nullable(CardDrawingSchema), answer);
      if (drawing === null) return { drawing };
      const content = await Promise.race([
        // The card then requests the content itself, and shows what has failed.
        loadContent(drawing.request.subject, reading).catch(() => undefined),
        new Promise<undefined>((resolve) => setTimeout(resolve, contentWaitMs)),
      ]);
      return content === undefined ? { drawing } : { drawing, content };
    },
  };
}

/**
 * The side panel's content for a page: one for each pack, and for each story that the reader keeps of which the page has
 * something.
 */
export function serveBriefings(
  packs: Pick<KnownPacks<unknown>, 'readAll' | 'findAll'>,
  makeContent: typeof makePanelContent,
  readSettings: () => Promise<Settings>,
): BackgroundHandlers['getBriefings'] {
  return async (_caller, reading) => {
    const stored = readSettings();
    const isBuiltInEnabled = stored.then(({ builtInPackEnabled }) => builtInPackEnabled);
    const refs = [...reading.blocks, ...(reading.beside ?? [])].flatMap(({ mentions, traces }) => [
      ...mentions.map(({ entity }) => entity),
      ...traces.map(({ statement }) => statement),
    ]);
    const [all, kept, settings] = await Promise.all([
      packs.readAll(isBuiltInEnabled),
      packs.findAll(refs.filter(isKept)),
      stored,
    ]);
    return [...all, ...kept].map((pack) =>
      makeContent(pack, reading, (...of) => isEntityChosen(settings, ...of)),
    );
  };
}

/** The article around a card. Null if its box does not answer, or not in time. Nothing of it is kept. */
async function readArticle(place: Placed['place'], token: string): Promise<AnnotatedArticle | null> {
  const reading = forwardCall('box', place, { token, call: 'readArticle' }).then((answer) =>
    v.parse(v.nullable(AnnotatedArticleSchema), answer),
  );
  const timeout = new Promise<null>((resolve) => setTimeout(() => resolve(null), articleWaitMs));
  return Promise.race([reading.catch(() => null), timeout]);
}
