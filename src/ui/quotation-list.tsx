import { ArrowDown, ArrowUp } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { BriefedQuotation } from '../briefing/briefing.ts';
import { QuotationView } from './quotation-view.tsx';
import { text } from './texts.ts';

interface QuotationListProps {
  readonly quoted: readonly BriefedQuotation[];
  /** Goes to a statement on the page and opens its card. */
  onReveal(ref: string): void;
}

/** The known statements that the page prints, in its order, with a way from one to the next on the page itself. */
export function QuotationList({ quoted, onReveal }: QuotationListProps) {
  const [current, setCurrent] = useState<string>();
  const statements = [...groupByStatement(quoted)];
  const place = statements.findIndex(([ref]) => ref === current);

  function goTo(ref: string | undefined): void {
    if (ref === undefined) return;
    setCurrent(ref);
    onReveal(ref);
  }
  /** Round and round; backwards from nowhere begins with the last. */
  function step(by: 1 | -1): void {
    const from = place < 0 && by === -1 ? 0 : place;
    goTo(statements.at((from + by) % statements.length)?.[0]);
  }

  return (
    <>
      {statements.length > 1 && (
        <p class="tools">
          <button type="button" class="more" onClick={() => step(-1)}>
            <ArrowUp size={14} aria-hidden="true" /> {text('panelPreviousQuotation')}
          </button>
          <button type="button" class="more" onClick={() => step(1)}>
            <ArrowDown size={14} aria-hidden="true" /> {text('panelNextQuotation')}
          </button>
          <span class="place" role="status">
            {place >= 0 && text('panelQuotationPlace', { number: place + 1, count: statements.length })}
          </span>
        </p>
      )}
      <ul>
        {statements.map(([ref, passages]) => (
          <QuotationView
            key={ref}
            passages={passages}
            isCurrent={ref === current}
            onReveal={() => goTo(ref)}
          />
        ))}
      </ul>
    </>
  );
}

function groupByStatement(quoted: readonly BriefedQuotation[]): Map<string, BriefedQuotation[]> {
  const groups = new Map<string, BriefedQuotation[]>();
  for (const one of quoted) {
    const known = groups.get(one.statement.ref);
    if (known) known.push(one);
    else groups.set(one.statement.ref, [one]);
  }
  return groups;
}
