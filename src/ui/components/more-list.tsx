import { type ComponentChildren, createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { countedText, text } from '../../i18n/texts.ts';

interface MoreListProps {
  readonly items: readonly ComponentChildren[];
  /** How many items are shown at first. */
  readonly atFirst: number;
  readonly class?: string;
}

/** True while only the beginning of a card is rendered, for which one item is enough. */
export const BeginningContext = createContext(false);

/** A list that starts short and shows the rest on demand: forty quotations at once help no reader. */
export function MoreList({ items, atFirst, class: className }: MoreListProps) {
  const [isOpen, setIsOpen] = useState(false);
  const isBeginning = useContext(BeginningContext);
  if (isBeginning) return <ul class={className}>{items.slice(0, 1)}</ul>;
  // Hiding a single item saves nothing and costs a click.
  const isLong = items.length > atFirst + 1;
  const shown = isLong && !isOpen ? items.slice(0, atFirst) : items;
  return (
    <>
      <ul class={className}>{shown}</ul>
      {isLong && (
        <button type="button" class="more" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? text('cardShowLess') : countedText('cardShowMore', items.length - atFirst)}
        </button>
      )}
    </>
  );
}
