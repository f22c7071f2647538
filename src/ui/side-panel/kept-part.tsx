import type { PageComparison } from '../../contracts/kept-calls.ts';
import { countedText, formatNumber, text } from '../../i18n/texts.ts';
import { MoreList } from '../components/more-list.tsx';
import { libraryPage } from '../content/library-address.ts';
import { summariseComparison } from '../keep/comparison-line.tsx';
import type { ComparisonState } from '../keep/use-comparison.ts';
import { ComparedQuotationView, ElsewhereView } from './compared-quotation.tsx';

interface KeptPartProps {
  readonly comparison: ComparisonState;
  /** Goes to the words on the page; undefined if they cannot be found there. */
  revealOf(pieces: readonly string[]): (() => void) | undefined;
}

/** The page's quotations beside what kept articles print, and what these quote besides. */
export function KeptPart({ comparison, revealOf }: KeptPartProps) {
  if (comparison === 'waiting') return <p class="compared-note">{text('comparedBusy')}</p>;
  if (comparison === 'failed') return <p class="compared-note">{text('comparedFailed')}</p>;
  // Why there is nothing to compare is said beside the button that keeps.
  if (comparison === null || comparison.keptCount === 0) return null;
  const { story, articleCount, storyCount, keptCount, quotations, elsewhere } = comparison;
  if (story === null) return <p class="compared-note">{countedText('comparedNoStory', keptCount)}</p>;
  if (articleCount === 0) return <p class="compared-note">{text('comparedAlone', { story: story.title })}</p>;
  return (
    <>
      <div class="compared-note">
        <p>
          {articleCount < storyCount
            ? text('comparedWithLast', { count: articleCount, all: storyCount, story: story.title })
            : countedText('comparedWith', articleCount, { story: story.title })}{' '}
          <a href={`${libraryPage}#/story/${story.id}`} target="_blank" rel="noopener">
            {text('keepOpenStory')}
          </a>
        </p>
        <p class="hint">{summariseComparison(comparison)}</p>
      </div>
      <section>
        <Heading title={text('panelQuoted')} count={quotations.length} />
        {quotations.length === 0 ? (
          <p class="hint">{text('comparedNoQuotations')}</p>
        ) : (
          <MoreList
            atFirst={12}
            class="compared"
            items={quotations.map((quotation) => (
              <ComparedQuotationView
                key={quotation.pieces.join('\n')}
                quotation={quotation}
                absence={describeAbsence(quotation, comparison)}
                onReveal={revealOf(quotation.pieces)}
              />
            ))}
          />
        )}
      </section>
      <section>
        <Heading title={text('comparedElsewhere')} count={elsewhere.length} />
        {elsewhere.length === 0 ? (
          <p class="hint">{text('comparedNothingElse')}</p>
        ) : (
          <MoreList
            atFirst={8}
            class="compared"
            items={elsewhere.map((quotation) => (
              <ElsewhereView key={quotation.pieces.join('\n')} quotation={quotation} />
            ))}
          />
        )}
      </section>
    </>
  );
}

function Heading({ title, count }: { title: string; count: number }) {
  return (
    <h2>
      {title} <span class="total">{formatNumber(count)}</span>
    </h2>
  );
}

/** In how many articles words are not printed; the page counts if it is kept itself. */
function describeAbsence(
  { isSpeakerNew, speaker }: PageComparison['quotations'][number],
  { isKept, articleCount, storyCount }: PageComparison,
): readonly string[] {
  const printed = describeWhere();
  if (!isSpeakerNew || speaker === null) return [printed];
  return [printed, text('comparedNewSpeaker', { speaker: speaker.name })];

  function describeWhere(): string {
    if (articleCount < storyCount)
      return text('comparedNoneOfLast', { count: articleCount, all: storyCount });
    return isKept
      ? text('comparedOnlyOf', { count: articleCount + 1 })
      : countedText('comparedNoneOf', articleCount);
  }
}
