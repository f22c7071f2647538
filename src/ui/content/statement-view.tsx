import type { ComponentChildren } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { countedText, formatList, text } from '../../i18n/texts.ts';
import { maxSteps } from '../../knowledge/text/find-matching-blocks.ts';
import { countWords } from '../../knowledge/text/locate-words.ts';
import type { CardStatement } from '../../view-models/card-content.ts';
import { compareWording, type WordingComparison, type WordRun } from '../../view-models/compare-wording.ts';
import {
  alteredOnly,
  groupWordings,
  onlyOutlet,
  type PrintedWording,
} from '../../view-models/quotations/group-wordings.ts';
import { MoreList } from '../components/more-list.tsx';
import { useContentLanguage } from './content-language.tsx';
import { QuotedWords } from './quoted-words.tsx';
import { AlteredNote, SourceName } from './source-line.tsx';
import { SpeakerLine } from './speaker-line.tsx';
import { Attribution, WordingNotes } from './wording-notes.tsx';

interface StatementViewProps {
  readonly statement: CardStatement;
  /** Shown whole however long: the page is about this statement. */
  readonly isWhole?: boolean;
}

/** One statement: who said it, its fullest known words, and how each outlet printed them. */
export function StatementView({ statement, isWhole = false }: StatementViewProps) {
  const { sentences, wordings } = statement;
  const only = onlyOutlet(wordings);
  const printed = groupWordings(wordings);
  const altered = alteredOnly(wordings);
  return (
    <li class="statement">
      <SpeakerLine statement={statement} />
      {/* Before the words, which may not be the speaker's. */}
      {altered !== undefined && <AlteredNote source={altered.source} />}
      <Quote sentences={sentences} isWhole={isWhole} />
      <p class="label">
        {only === undefined ? text('quotePrintedBy') : text('quoteReportedOnlyBy', { outlet: only })}
      </p>
      <MoreList
        atFirst={8}
        class="printed"
        items={printed.map((one) => (
          <WordingView
            key={one.wording.source.id}
            sentences={sentences}
            printed={one}
            saysAltered={!altered}
          />
        ))}
      />
    </li>
  );
}

/** From about this many words a quotation fills half a card; its end is then shown on demand. */
const longQuoteWords = 75;

export function Quote({ sentences, isWhole }: Pick<CardStatement, 'sentences'> & { isWhole: boolean }) {
  const isLong = !isWhole && countWords(sentences.join(' ')) > longQuoteWords;
  return (
    <FoldedQuote isLong={isLong} unfoldText={text('quoteShowWhole')}>
      “
      {sentences.map((sentence, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and its members may be alike
        <Sentence key={at} sentence={sentence} isFirst={at === 0} />
      ))}
      ”
    </FoldedQuote>
  );
}

interface FoldedQuoteProps {
  readonly isLong: boolean;
  /** On the button that shows the rest. */
  readonly unfoldText: string;
  readonly children: ComponentChildren;
}

/** Quoted words; where they are long, their end is shown on demand. */
export function FoldedQuote({ isLong, unfoldText, children }: FoldedQuoteProps) {
  const content = useContentLanguage();
  const [isFolded, setIsFolded] = useState(isLong);
  const quote = useRef<HTMLQuoteElement>(null);
  const unfold = () => {
    // The button disappears: the focus moves to where reading continues.
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
        <p>{children}</p>
      </blockquote>
      {isFolded && (
        <button type="button" class="unfold" onClick={unfold}>
          {unfoldText}
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

/**
 * The limit for each of many outlets: a tenth of the longest acceptable wait. A screen of ordinary quotations needs
 * less.
 */
const stepsAtAGlance = 10_000;

function WordingView({ sentences, printed: { wording, editions }, saysAltered }: WordingViewProps) {
  const [isOpen, setIsOpen] = useState(false);
  const comparison = useMemo(() => compareWording(sentences, wording, stepsAtAGlance), [sentences, wording]);
  return (
    <li>
      <p>
        <SourceName source={wording.source} editions={editions} quoted={wording.parts[0]?.text} />{' '}
        <span class="verdict">{formatList(verdictsOn(comparison))}</span>
      </p>
      <Attribution wording={wording} />
      {saysAltered && <AlteredNote source={wording.source} />}
      <WordingNotes wording={wording} />
      {(differs(comparison) || wording.parts.length > 1) && (
        <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
          <summary>{text('quoteCompare', { outlet: wording.source.outlet })}</summary>
          {isOpen && <WordingDifference sentences={sentences} wording={wording} />}
        </details>
      )}
    </li>
  );
}

function differs({ differences }: WordingComparison): boolean {
  return differences === undefined || differences.cutCount + differences.changedCount > 0;
}

function verdictsOn({ isFragment, quotedCount, differences }: WordingComparison): string[] {
  // Which words differ is unknown, but not how many there are.
  if (differences === undefined) return [countedText('quoteFragment', quotedCount)];
  const { cutCount, changedCount } = differences;
  const verdicts: string[] = [];
  if (isFragment) verdicts.push(countedText('quoteFragment', quotedCount));
  else if (cutCount > 0) verdicts.push(countedText('quoteCut', cutCount));
  if (changedCount > 0) verdicts.push(countedText('quoteChanged', changedCount));
  return verdicts.length === 0 ? [text('quoteWhole')] : verdicts;
}

/** Longer runs of omitted words are counted, not printed. */
const maxCutWords = 14;

/** Compares only when the reader opens it. */
export function WordingDifference({
  sentences,
  wording,
}: Pick<WordingViewProps, 'sentences'> & Pick<PrintedWording, 'wording'>) {
  const content = useContentLanguage();
  const runs = useMemo(
    () => compareWording(sentences, wording, maxSteps).differences?.runs,
    [sentences, wording],
  );
  if (runs === undefined) return <p class="note">{text('differenceTooMuch')}</p>;
  const isEdge = (at: number) => at === 0 || at === runs.length - 1;
  const hasSigns = runs.some((run, at) => run.kind !== 'same' && !isCounted(run, isEdge(at)));
  return (
    <div class="difference">
      <p class="quoted" {...content}>
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
  return kind === 'cut' && (wordCount > maxCutWords || (isEdge && wordCount > maxCutWords / 2));
}

function Run({ run, isEdge }: { run: WordRun; isEdge: boolean }) {
  const { kind, wordCount } = run;
  const words = run.text.trimEnd();
  // Keep spaces outside the line drawn through or under the words.
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
