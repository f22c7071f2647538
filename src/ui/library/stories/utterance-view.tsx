import { Fragment } from 'preact';
import { countedText, type TextKey, text } from '../../../i18n/texts.ts';
import type { Turn } from '../../../stories/utterances/list-differences.ts';
import type { WordRun } from '../../../view-models/compare-wording.ts';
import type {
  PrintingRelation,
  StoryPlace,
  StoryPrinting,
  StoryUtterance,
} from '../../../view-models/stories/story-content.ts';
import { ArticleLink } from './article-link.tsx';
import { useArticle } from './story-articles.ts';

export const relationTexts = {
  fullest: 'storyFullest',
  identical: 'storyIdentical',
  overlap: 'storyOverlap',
  cut: 'storyCut',
  changed: 'storyChanged',
  differs: 'storyDiffers',
} as const satisfies Record<PrintingRelation, TextKey>;

export const turnTexts = {
  number: 'storyTurnNumber',
  unit: 'storyTurnUnit',
  time: 'storyTurnTime',
  name: 'storyTurnName',
  negation: 'storyTurnNegation',
  modal: 'storyTurnModal',
  direction: 'storyTurnDirection',
} as const satisfies Record<Turn, TextKey>;

interface UtteranceProps {
  readonly utterance: StoryUtterance;
  /** How many articles are compared. */
  readonly articleCount: number;
}

/** One utterance: who said it, and each wording of it side by side, with what differs from the fullest. */
export function UtteranceView({ utterance, articleCount }: UtteranceProps) {
  const { speaker, relation, printings } = utterance;
  return (
    <article class={`utterance ${relation}`}>
      <h3 class="speaker">{speaker === null ? text('speakerUnnamed') : <span dir="auto">{speaker}</span>}</h3>
      <p class="hint">
        <span class="stance">{text(relationTexts[relation])}</span>{' '}
        {text('storyPrintedBy', { count: utterance.articleCount, all: articleCount })}
      </p>
      <div class="printings">
        {printings.map((printing) => (
          <PrintingView
            key={printing.printedBy[0]?.article}
            printing={printing}
            isOnly={printings.length === 1}
            saysWho={speaker === null}
          />
        ))}
      </div>
    </article>
  );
}

interface PrintingProps {
  readonly printing: StoryPrinting;
  /** Whether all print it so. */
  readonly isOnly: boolean;
  /** Whether the words beside it are shown, because nobody is named. */
  readonly saysWho: boolean;
}

function PrintingView({ printing: { printedBy, relation, turns, runs }, isOnly, saysWho }: PrintingProps) {
  const [first] = printedBy;
  const lang = useArticle(first?.article ?? '')?.language || undefined;
  if (first === undefined) return null;
  return (
    <figure class={`printing ${relation}`}>
      {!isOnly && (
        <p class="relation">
          {text(relationTexts[relation])}
          {turns.length > 0 && <>: {turns.map((turn) => text(turnTexts[turn])).join(', ')}</>}
        </p>
      )}
      <blockquote class="quote" lang={lang} dir="auto">
        <p>{runs === null ? <Parts place={first} /> : <Runs runs={runs} />}</p>
      </blockquote>
      <figcaption>
        <Printers places={printedBy} />
        {saysWho && <Attributions places={printedBy} />}
      </figcaption>
    </figure>
  );
}

/** A quotation as printed; a gap is between its pieces. */
export function Parts({ place }: { place: StoryPlace }) {
  return <>{place.parts.map(({ text: words }) => `“${words}”`).join(' … ')}</>;
}

/** Longer cuts are counted, not printed: a whole paragraph struck through helps no reader. */
const maxCutWords = 24;

function Runs({ runs }: { runs: readonly WordRun[] }) {
  return (
    <>
      “
      {runs.map((run, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same words may be cut twice
        <Fragment key={at}>
          <Run run={run} />
          {/* Outside the mark, which would be drawn below it. */}
          {at < runs.length - 1 && /\s$/.test(run.text) && ' '}
        </Fragment>
      ))}
      ”
    </>
  );
}

function Run({ run: { kind, text: words, wordCount } }: { run: WordRun }) {
  if (kind === 'same') return <>{words.trimEnd()}</>;
  if (kind === 'added') return <ins>{words.trimEnd()}</ins>;
  if (wordCount > maxCutWords) return <span class="gap">{countedText('storyCutWords', wordCount)}</span>;
  return <del>{words.trimEnd()}</del>;
}

/** Outlets that are listed before the rest is folded: a wire report may be in all forty articles. */
const shownPrinters = 6;

function Printers({ places }: { places: readonly StoryPlace[] }) {
  const isLong = places.length > shownPrinters + 1;
  const shown = isLong ? places.slice(0, shownPrinters) : places;
  return (
    <>
      <ul class="printers">
        {shown.map((place) => (
          <Printer key={place.article} place={place} />
        ))}
      </ul>
      {isLong && (
        <details>
          <summary>{countedText('cardShowMore', places.length - shownPrinters)}</summary>
          <ul class="printers">
            {places.slice(shownPrinters).map((place) => (
              <Printer key={place.article} place={place} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Printer({ place: { article, parts } }: { place: StoryPlace }) {
  return (
    <li>
      <ArticleLink article={article} passage={parts[0]} quoted={parts[0]?.text} />
    </li>
  );
}

/** The words beside the quotation, each once. */
function Attributions({ places }: { places: readonly StoryPlace[] }) {
  const words = new Set(places.flatMap(({ attribution }) => attribution ?? []));
  if (words.size === 0) return null;
  return (
    <p class="as-printed">
      {text('storyAttributed')} <q dir="auto">{[...words].join('”, “')}</q>
    </p>
  );
}
