import { ArrowDown, ArrowUp } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { text } from '../../i18n/texts.ts';
import type { PanelQuotation } from '../../view-models/panel-content.ts';
import { groupByStatement } from '../../view-models/panel-summary.ts';
import { QuotationView } from '../content/quotation-view.tsx';

interface QuotationListProps {
  readonly quoted: readonly PanelQuotation[];
  /** Goes to one of the places where the page prints a statement and opens its card. */
  onReveal(ref: string, index: number): void;
}

/** Where the page prints a statement: `index` counts the places of that statement, from 0. */
interface Place {
  readonly ref: string;
  readonly index: number;
}

/** The known statements that the page prints, each once, with buttons to step through its places on the page. */
export function QuotationList({ quoted, onReveal }: QuotationListProps) {
  const [current, setCurrent] = useState<number>();
  const places = listPlaces(quoted);
  const reached = current === undefined ? undefined : places[current];

  function goTo(number: number): void {
    const place = places[number];
    if (place === undefined) return;
    setCurrent(number);
    onReveal(place.ref, place.index);
  }
  /** Wraps around; backwards from the start goes to the last one. */
  function step(by: 1 | -1): void {
    const from = current ?? (by === 1 ? -1 : 0);
    goTo((from + by + places.length) % places.length);
  }

  return (
    <>
      {places.length > 1 && (
        <p class="tools">
          <button type="button" class="more" onClick={() => step(-1)}>
            <ArrowUp aria-hidden="true" /> {text('panelPreviousQuotation')}
          </button>
          <button type="button" class="more" onClick={() => step(1)}>
            <ArrowDown aria-hidden="true" /> {text('panelNextQuotation')}
          </button>
          <span class="place" role="status">
            {current !== undefined &&
              text('panelQuotationPlace', { number: current + 1, count: places.length })}
          </span>
        </p>
      )}
      <ul>
        {groupByStatement(quoted).map((passages) => {
          const { ref } = passages[0].statement;
          return (
            <QuotationView
              key={ref}
              passages={passages}
              current={reached?.ref === ref ? reached.index : undefined}
              onReveal={(index) =>
                goTo(places.findIndex((place) => place.ref === ref && place.index === index))
              }
            />
          );
        })}
      </ul>
    </>
  );
}

/** In page order. */
function listPlaces(quoted: readonly PanelQuotation[]): Place[] {
  const counts = new Map<string, number>();
  return quoted.map(({ statement: { ref } }) => {
    const index = counts.get(ref) ?? 0;
    counts.set(ref, index + 1);
    return { ref, index };
  });
}
