import { useRef, useState } from 'preact/hooks';
import type { CardStatement } from '../briefing/card-content.ts';
import { countWords } from '../knowledge/place-words.ts';
import { compareWording, type WordingComparison, type WordRun } from './compare-wording.ts';
import { useContentLanguage } from './content-language.tsx';
import { groupWordings, onlyOutlet, type PrintedWording } from './group-wordings.ts';
import { QuotedWords } from './quoted-words.tsx';
import { AlteredNote, SourceName } from './source-line.tsx';
import { SpeakerLine } from './speaker-line.tsx';
import { countedText, formatList, text } from './texts.ts';
import { WordingNotes } from './wording-notes.tsx';

interface StatementViewProps {
  readonly statement: CardStatement;
  /** However long: where the statement is what the page is about. */
  readonly isWhole?: boolean;
}

/** One statement: who said it, its fullest known words, and how each outlet printed them. */
export function StatementView({ statement, isWhole = false }: StatementViewProps) {
  const { sentences, wordings } = statement;
  const only = onlyOutlet(wordings);
  const printed = groupWordings(wordings);
  // Words known from an altered copy alone are not the speaker's for certain: said before they are read.
  const alteredOnly = wordings.every(({ source }) => source.rewordedFrom !== undefined)
    ? wordings[0]
    : undefined;
  return (
    <li class="statement">
      <SpeakerLine statement={statement} />
      {alteredOnly !== undefined && <AlteredNote source={alteredOnly.source} />}
      <Quote sentences={sentences} isWhole={isWhole} />
      <p class="label">
        {only === undefined ? text('quotePrintedBy') : text('quoteReportedOnlyBy', { outlet: only })}
      </p>
      <ul class="printed">
        {printed.map((one) => (
          <WordingView
            key={one.wording.source.id}
            sentences={sentences}
            printed={one}
            saysAltered={!alteredOnly}
          />
        ))}
      </ul>
    </li>
  );
}

/** From about this many words a quotation fills half a card; its end is then shown on demand. */
const longQuoteWords = 75;

function Quote({ sentences, isWhole }: Pick<CardStatement, 'sentences'> & { isWhole: boolean }) {
  const content = useContentLanguage();
  const isLong = !isWhole && countWords(sentences.join(' ')) > longQuoteWords;
  const [isFolded, setIsFolded] = useState(isLong);
  const quote = useRef<HTMLQuoteElement>(null);
  const unfold = () => {
    // The button goes: whoever came by key is put where reading goes on.
    quote.current?.focus({ preventScroll: true });
    setIsFolded(false);
  };
  return (
    <>
      <blockquote
        ref={quote}
        class={isFolded ? 'quote folded' : 'quote'}
        tabIndex={isLong ? -1 : undefined}
        {...content}
      >
        <p>
          “
          {sentences.map((sentence, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and its members may be alike
            <Sentence key={at} sentence={sentence} isFirst={at === 0} />
          ))}
          ”
        </p>
      </blockquote>
      {isFolded && (
        <button type="button" class="unfold" onClick={unfold}>
          {text('quoteShowWhole')}
        </button>
      )}
    </>
  );
}

function Sentence({ sentence, isFirst }: { sentence: string | null; isFirst: boolean }) {
  const space = isFirst ? '' : ' ';
  if (sentence !== null) return <QuotedWords words={space + sentence} />;
  return (
    <>
      {space}
      <span class="gap" title={text('quoteGapTitle')}>
        {text('quoteGap')}
      </span>
    </>
  );
}

interface WordingViewProps {
  readonly sentences: CardStatement['sentences'];
  readonly printed: PrintedWording;
  readonly saysAltered: boolean;
}

function WordingView({ sentences, printed: { wording, editions }, saysAltered }: WordingViewProps) {
  const [isOpen, setIsOpen] = useState(false);
  const content = useContentLanguage();
  const comparison = compareWording(sentences, wording);
  const verdicts = verdictsOn(comparison);
  const attribution = wording.parts.find((part) => part.attribution !== undefined)?.attribution;
  const differs = comparison.cutCount + comparison.changedCount > 0 || wording.parts.length > 1;
  return (
    <li>
      <p>
        <SourceName source={wording.source} editions={editions} quoted={wording.parts[0]?.text} />{' '}
        <span class="verdict">{formatList(verdicts)}</span>
      </p>
      {attribution !== undefined && (
        <p class="as-printed">
          {text('quoteAttribution')} <q {...content}>{attribution}</q>
        </p>
      )}
      {saysAltered && <AlteredNote source={wording.source} />}
      <WordingNotes wording={wording} />
      {differs && (
        <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
          <summary>{text('quoteCompare', { outlet: wording.source.outlet })}</summary>
          {isOpen && <Difference comparison={comparison} />}
        </details>
      )}
    </li>
  );
}

function verdictsOn({ isFragment, quotedCount, cutCount, changedCount }: WordingComparison): string[] {
  const verdicts: string[] = [];
  if (isFragment) verdicts.push(countedText('quoteFragment', quotedCount));
  else if (cutCount > 0) verdicts.push(countedText('quoteCut', cutCount));
  if (changedCount > 0) verdicts.push(countedText('quoteChanged', changedCount));
  return verdicts.length === 0 ? [text('quoteWhole')] : verdicts;
}

/** Longer runs of words that an outlet left out are counted rather than printed. */
const longestCut = 14;

function Difference({ comparison: { runs } }: { comparison: WordingComparison }) {
  const isEdge = (at: number) => at === 0 || at === runs.length - 1;
  const hasSigns = runs.some((run, at) => run.kind !== 'same' && !isCounted(run, isEdge(at)));
  return (
    <div class="difference">
      <p class="quoted" {...useContentLanguage()}>
        {runs.map((run, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and its members may be alike
          <Run key={at} run={run} isEdge={isEdge(at)} />
        ))}
      </p>
      {hasSigns && <p class="key">{text('differenceKey')}</p>}
    </div>
  );
}

function isCounted({ kind, wordCount }: WordRun, isEdge: boolean): boolean {
  return kind === 'cut' && (wordCount > longestCut || (isEdge && wordCount > longestCut / 2));
}

function Run({ run, isEdge }: { run: WordRun; isEdge: boolean }) {
  const { kind, wordCount } = run;
  const words = run.text.trimEnd();
  // Outside of the line that is drawn through or under the words.
  const space = run.text.slice(words.length);
  if (isCounted(run, isEdge)) {
    return <span class="gap">{text('quoteCutMark', { count: wordCount })} </span>;
  }
  return (
    <>
      {kind === 'same' ? words : kind === 'cut' ? <del>{words}</del> : <ins>{words}</ins>}
      {space}
    </>
  );
}
