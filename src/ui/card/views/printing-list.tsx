import { ChevronDown } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { countedText, formatList, text } from '../../../i18n/texts.ts';
import type { CardStatement } from '../../../view-models/card-content.ts';
import type { OutletPrinting } from '../../../view-models/quotations/compare-printings.ts';
import type { OutletWording } from '../../../view-models/quotations/group-wordings.ts';
import { MoreList } from '../../components/more-list.tsx';
import { PackWords } from '../../content/content-language.tsx';
import { AlteredNote, SourceName } from '../../content/source-line.tsx';
import { WordingDifference } from '../../content/statement-view.tsx';
import { Attribution, WordingNotes } from '../../content/wording-notes.tsx';

interface PrintingListProps {
  readonly statement: CardStatement;
  readonly printings: readonly OutletPrinting[];
  /** Of the passage that is compared; undefined for the whole statement. */
  readonly sentenceCount?: number | undefined;
}

/** A row for each outlet: how much it prints. Its words are behind the row. */
export function PrintingList({ statement, printings, sentenceCount }: PrintingListProps) {
  return (
    <MoreList
      atFirst={5}
      class="printings"
      items={printings.map((printing) => (
        <PrintingRow
          key={printing.wordings[0]?.source.id}
          statement={statement}
          printing={printing}
          sentenceCount={sentenceCount}
        />
      ))}
    />
  );
}

interface PrintingRowProps extends Pick<PrintingListProps, 'statement' | 'sentenceCount'> {
  readonly printing: OutletPrinting;
}

function PrintingRow({ statement, printing, sentenceCount }: PrintingRowProps) {
  const [isOpen, setIsOpen] = useState(false);
  const { outlet, wordings } = printing;
  return (
    <li>
      <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary>
          <PackWords class="outlet">{outlet}</PackWords>{' '}
          <span class="printed-how">{describePrinting(printing, sentenceCount)}</span>
          <ChevronDown aria-hidden="true" />
        </summary>
        {isOpen &&
          wordings.map((wording) => (
            <PrintedWords key={wording.source.id} statement={statement} wording={wording} />
          ))}
      </details>
    </li>
  );
}

function PrintedWords({ statement, wording }: { statement: CardStatement; wording: OutletWording }) {
  const { source, parts } = wording;
  return (
    <div class="printed-words">
      <p>
        <SourceName source={source} quoted={parts[0]?.text} />
      </p>
      <Attribution wording={wording} />
      <AlteredNote source={source} />
      <WordingNotes wording={wording} />
      <WordingDifference sentences={statement.sentences} wording={wording} />
    </div>
  );
}

function describePrinting(printing: OutletPrinting, sentenceCount: number | undefined): string {
  const { extent, quotedCount, cutCount, changedCount, agreesWith, speakerAsPrinted, isAltered } = printing;
  const parts: string[] = [];
  if (extent === 'full') parts.push(countedText('printingFull', quotedCount));
  else if (sentenceCount === undefined || extent === 'unknown')
    parts.push(countedText('quoteFragment', quotedCount));
  else if (extent === 'whole') parts.push(countedText('printingSentences', sentenceCount));
  else if (agreesWith === 'page' && changedCount > 0) parts.push(text('printingAsHere'));
  else if (cutCount > 0) parts.push(countedText('quoteCut', cutCount));
  if (changedCount > 0 && !(agreesWith === 'page')) parts.push(countedText('quoteChanged', changedCount));
  if (isAltered) parts.push(text('panelAlteredCopy'));
  if (speakerAsPrinted !== undefined) parts.push(text('printingSpeaker', { speaker: speakerAsPrinted }));
  return formatList(parts);
}
