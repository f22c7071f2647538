import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { countedText, text } from '../../i18n/texts.ts';

interface MoreListProps {
  readonly items: readonly ComponentChildren[];
  /** How many items are shown at first. */
  readonly atFirst: number;
  readonly class?: string;
}

/** A list that starts short and shows the rest on demand: forty quotations at once help no reader. */
export function MoreList({ items, atFirst, class: className }: MoreListProps) {
  const [isOpen, setIsOpen] = useState(false);
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
