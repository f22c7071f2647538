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

/** A card that waits longer for its content shows that it is coming. */
const contentWaitMs = 100;

/** For the background: what cards ask for. */
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
     * The box in the same tab says what to draw, and the content follows in the same answer: asked for by the card, it would take one more
     * message there and back. Rejects where no box knows the token, or what it says is malformed.
     */
    async beginCard({ place }: Placed, { token }: { readonly token: string }): Promise<CardStart> {
      const answer = await forwardCall('box', place, { token, call: 'ready' });
      const drawing = v.parse(v.nullable(CardDrawingSchema), answer);
      if (drawing === null) return { drawing };
      const content = await Promise.race([
        // The card then asks by itself, and says what has failed.
        loadContent(drawing.request.subject).catch(() => undefined),
        new Promise<undefined>((resolve) => setTimeout(resolve, contentWaitMs)),
      ]);
      return content === undefined ? { drawing } : { drawing, content };
    },
  };
}
