import { useMemo } from 'preact/hooks';
import type { CardRequest } from '../../../contracts/card-calls.ts';
import { countedText, formatList, text } from '../../../i18n/texts.ts';
import { maxSteps } from '../../../knowledge/text/find-matching-blocks.ts';
import { countWords } from '../../../knowledge/text/locate-words.ts';
import type { CardContent, CardStatement } from '../../../view-models/card-content.ts';
import { comparePrintings, type OutletPrinting } from '../../../view-models/quotations/compare-printings.ts';
import {
  compareQuotation,
  type QuotationComparison,
} from '../../../view-models/quotations/compare-quotation.ts';
import {
  type ExcerptPiece,
  excerptPage,
  excerptStatement,
} from '../../../view-models/quotations/excerpt-quotation.ts';
import { alteredOnly } from '../../../view-models/quotations/group-wordings.ts';
import { omitOwnArticle } from '../../../view-models/quotations/omit-own-article.ts';
import { PackWords, useContentLanguage } from '../../content/content-language.tsx';
import { DateText } from '../../content/date-text.tsx';
import { AlteredNote } from '../../content/source-line.tsx';
import { FoldedQuote } from '../../content/statement-view.tsx';
import { PrintingList } from './printing-list.tsx';

/** "Quotation: Amazon". */
export function QuotationTitle({ content: { statements } }: { content: CardContent }) {
  const speaker = statements[0]?.speaker?.text;
  if (speaker === undefined) return <>{text('quotation')}</>;
  // The name is in the pack's language, what is around it in the reader's.
  const [before, after] = text('quotationOf', { speaker: '\n' }).split('\n');
  return (
    <>
      {before}
      <PackWords>{speaker}</PackWords>
      {after}
    </>
  );
}

/** On which occasion it was said, and when, as far as the pack knows. */
export function QuotationOccasion({ content: { statements, pack } }: { content: CardContent }) {
  const [statement] = statements;
  const role = statement?.speaker?.role;
  // Articles may say who spoke in words that name nobody for certain.
  const attribution = statement?.wordings[0]?.parts[0]?.attribution;
  return (
    <>
      {statement?.speaker === null &&
        (pack.keptCount !== undefined && attribution !== undefined ? (
          <PackWords>“{attribution}”</PackWords>
        ) : (
          <span>{text('speakerUnnamed')}</span>
        ))}
      {role !== undefined && (
        <PackWords>
          {role.charAt(0).toLocaleUpperCase()}
          {role.slice(1)}
        </PackWords>
      )}
      {statement?.date !== undefined && (
        <span>
          {(role !== undefined || statement.speaker === null) && ' · '}
          <DateText date={statement.date} />
        </span>
      )}
    </>
  );
}

interface QuotationFrontProps {
  readonly content: CardContent;
  readonly request: Pick<CardRequest, 'textOnPage' | 'trace'>;
}

/** A quotation at a glance: what this page does to the words, the words themselves, and who else prints them. */
export function QuotationFront({ content, request: { trace, textOnPage } }: QuotationFrontProps) {
  const [statement] = content.statements;
  // Reached in another way than from the page's quotation, it is compared with nothing.
  const quoteMatch = trace?.statement === content.ref ? trace : undefined;
  const printedElsewhere = useMemo(
    () => statement && (quoteMatch ? omitOwnArticle(statement, content.page) : statement),
    [statement, quoteMatch, content.page],
  );
  const comparison = useMemo(
    () => printedElsewhere && quoteMatch && compareQuotation(printedElsewhere, textOnPage, maxSteps),
    [printedElsewhere, quoteMatch, textOnPage],
  );
  const others = useMemo(
    () => (printedElsewhere ? (comparison?.printings ?? comparePrintings(printedElsewhere)) : []),
    [printedElsewhere, comparison],
  );
  if (statement === undefined) return null;
  const altered = alteredOnly(statement.wordings);
  return (
    <section class="quotation-front">
      {quoteMatch?.speakerDiffers && statement.speaker !== null && (
        <p class="caution">{text('quoteMatchSpeakerDiffers', { speaker: statement.speaker.text })}</p>
      )}
      {comparison === undefined ? (
        <Uncompared statement={statement} printed={quoteMatch && textOnPage} />
      ) : (
        <Compared comparison={comparison} others={others} isAltered={quoteMatch?.kind === 'altered'} />
      )}
      {altered !== undefined && <AlteredNote source={altered.source} />}
      {comparison?.kind !== 'differs' && (
        <WhoPrints
          statement={statement}
          printings={others}
          sentenceCount={comparison?.sentenceCount}
          isOnPage={quoteMatch !== undefined}
        />
      )}
      {content.kept?.map(({ pack, statement: kept }) => (
        <div class="who-prints kept" key={kept.ref}>
          <h3>{countedText('cardKeptFrom', pack.keptCount ?? 0)}</h3>
          <PrintingList statement={kept} printings={comparePrintings(kept)} />
        </div>
      ))}
    </section>
  );
}

interface ComparedProps {
  readonly comparison: QuotationComparison;
  /** What other articles than the page's own print. */
  readonly others: readonly OutletPrinting[];
  /** The difference changes the meaning. */
  readonly isAltered: boolean;
}

function Compared({ comparison, others, isAltered }: ComparedProps) {
  const { kind, runs } = comparison;
  const outlets = others.filter((printing) => !printing.isAltered);
  const namesAgreeing = (side: OutletPrinting['agreesWith']) =>
    listOutlets(outlets.filter(({ agreesWith }) => agreesWith === side));
  return (
    <>
      <p class={`quotation-verdict${isAltered ? ' altered' : ''}`}>
        {describeComparison(comparison, outlets)}
      </p>
      {kind === 'verbatim' && <Passage words={runs.map(({ page }) => page).join('')} />}
      {kind === 'cut' && <Excerpt pieces={excerptStatement(runs)} />}
      {kind === 'differs' && (
        <>
          <p class="printer">
            <Names names={[text('panelThisPage'), ...namesAgreeing('page')]} />
          </p>
          <Excerpt pieces={excerptPage(runs)} />
          <p class="printer">
            <Names names={namesAgreeing('statement')} other={text('quotationFullest')} />
          </p>
          <Excerpt pieces={excerptStatement(runs)} />
          <p class="no-judgement">{text('quotationNoJudgement')}</p>
        </>
      )}
    </>
  );
}

/** @param other said if there are no names */
function Names({ names, other }: { names: readonly string[]; other?: string }) {
  return names.length === 0 ? other : <PackWords>{formatList(names)}</PackWords>;
}

function listOutlets(printings: readonly OutletPrinting[]): string[] {
  return printings.map(({ outlet, extent }) =>
    extent === 'part' ? text('quotationInPart', { outlets: outlet }) : outlet,
  );
}

/** What this page does to the words, in one sentence. @param outlets without altered copies */
function describeComparison(comparison: QuotationComparison, outlets: readonly OutletPrinting[]): string {
  const { kind, cutCount, sentenceCount, lead, otherDifferences } = comparison;
  if (kind === 'cut') {
    return sentenceCount === 1
      ? countedText('quotationCut', cutCount)
      : countedText('quotationCutOfMany', cutCount, { sentences: sentenceCount });
  }
  if (kind === 'verbatim')
    return describeVerbatim(outlets.filter(({ extent }) => extent === 'full' || extent === 'whole'));
  if (lead === undefined) return text('quotationDiffers');
  const others = outlets.filter(({ agreesWith }) => agreesWith === 'statement').length;
  const first =
    others === 0
      ? text('quotationPrintsAlone', { ...lead })
      : countedText('quotationPrints', others, { ...lead });
  return otherDifferences === 0 ? first : `${first}, ${countedText('quotationMore', otherDifferences)}`;
}

/** More are counted, and named below. */
const maxNames = 3;

function describeVerbatim(whole: readonly OutletPrinting[]): string {
  if (whole.length === 0) return text('quotationVerbatimAlone');
  if (whole.length > maxNames) return countedText('quotationVerbatimIn', whole.length);
  return text('quotationVerbatim', { outlets: formatList(whole.map(({ outlet }) => outlet)) });
}

function Excerpt({ pieces }: { pieces: readonly ExcerptPiece[] }) {
  return (
    <blockquote class="quote" {...useContentLanguage()}>
      <p>
        {pieces.map((piece, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and its members may be alike
          <Piece key={at} piece={piece} />
        ))}
      </p>
    </blockquote>
  );
}

function Piece({ piece: { kind, text: piece } }: { piece: ExcerptPiece }) {
  if (kind === 'same') return <>{piece}</>;
  if (kind === 'skipped') return <span class="gap">{text('quoteGap')} </span>;
  // Lines are drawn under and through words, and not in the space behind them.
  const words = piece.trimEnd();
  const Tag = kind === 'cut' ? 'del' : kind === 'own' ? 'ins' : 'mark';
  return (
    <>
      <Tag>{words}</Tag>
      {piece.slice(words.length)}
    </>
  );
}

/** More words take so many lines that nothing else would be in sight. */
const longPassageWords = 40;

function Passage({ words }: { words: string }) {
  const isLong = countWords(words) > longPassageWords;
  return (
    <FoldedQuote isLong={isLong} unfoldText={text('quotationUnfold')}>
      {words}
    </FoldedQuote>
  );
}

interface UncomparedProps {
  readonly statement: CardStatement;
  /** Undefined if the card was not opened from a page's quotation. */
  readonly printed: string | undefined;
}

function Uncompared({ statement: { sentences }, printed }: UncomparedProps) {
  const known = sentences.map((sentence) => sentence ?? text('quoteGap')).join(' ');
  return (
    <>
      {printed !== undefined && <p class="quotation-verdict">{text('differenceTooMuch')}</p>}
      <Passage words={printed ?? known} />
    </>
  );
}

interface WhoPrintsProps {
  readonly statement: CardStatement;
  readonly printings: readonly OutletPrinting[];
  readonly sentenceCount: number | undefined;
  readonly isOnPage: boolean;
}

/** One row for each outlet that prints something of the passage. */
function WhoPrints({ statement, printings, sentenceCount, isOnPage }: WhoPrintsProps) {
  const here = printings.filter(({ extent }) => extent !== 'elsewhere');
  return (
    <div class="who-prints">
      <h3>{text(isOnPage ? 'quotationElse' : 'quotationWho')}</h3>
      {here.length === 0 ? (
        <p class="note">{text('quotationNobody')}</p>
      ) : (
        <PrintingList statement={statement} printings={here} sentenceCount={sentenceCount} />
      )}
    </div>
  );
}
