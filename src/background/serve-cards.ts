import * as v from 'valibot';
import type { CardRequest, CardStart } from '../contracts/card-calls.ts';
import { CardDrawingSchema } from '../contracts/card-request-schema.ts';
import { splitRef } from '../knowledge/qualify-pack.ts';
import { forwardCall, type Placed } from '../messaging/forwarded-calls.ts';
import type { CardContent } from '../view-models/card-content.ts';
import type { makeCardContent } from '../view-models/make-card-content.ts';
import type { KnownPacks } from './known-packs.ts';

type Subject = CardRequest['subject'];
type Matching = { readonly findNames: NonNullable<Parameters<typeof makeCardContent>[3]> };

/** A card that waits longer for its content shows that it is loading. */
const contentWaitMs = 100;

/** For the background: serves the cards. */
export function serveCards(
  packs: Pick<KnownPacks<Matching>, 'findForCard'>,
  makeContent: typeof makeCardContent,
) {
  async function loadContent({ kind, ref }: Subject): Promise<CardContent | null> {
    const { pack, matching } = await packs.findForCard(splitRef(ref).packId);
    return pack ? makeContent(pack, kind, ref, matching?.findNames) : null;
  }
  return {
    getCardContent: (_caller: unknown, subject: Subject) => loadContent(subject),
    /**
     * Asks the box in the same tab what to draw, and adds the content to the answer: requesting it separately
     * would cost the card another round trip. Rejects if no box knows the token, or its answer is malformed.
     */
    async beginCard({ place }: Placed, { token }: { readonly token: string }): Promise<CardStart> {
      const answer = await forwardCall('box', place, { token, call: 'ready' });
      const drawing = v.parse(v.nullable(CardDrawingSchema), answer);
      if (drawing === null) return { drawing };
      const content = await Promise.race([
        // The card then requests the content itself, and shows what has failed.
        loadContent(drawing.request.subject).catch(() => undefined),
        new Promise<undefined>((resolve) => setTimeout(resolve, contentWaitMs)),
      ]);
      return content === undefined ? { drawing } : { drawing, content };
    },
  };
}
