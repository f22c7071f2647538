import { ArrowUpRight } from 'lucide-preact';
import { formatNumber, text } from '../../../i18n/texts.ts';
import type { CardSection } from './card-sections.tsx';

interface SectionLinksProps {
  readonly sections: readonly Pick<CardSection, 'key' | 'title' | 'count'>[];
  /** The key of the section that is shown. */
  readonly current: string | undefined;
  /** What "All" leads to, for those who hear only the link. */
  readonly title: string;
  onOpen(key: string): void;
  onAll(): void;
}

/** The ways from a card's front: its sections with their counts, and all of it in the library. */
export function SectionLinks({ sections, current, title, onOpen, onAll }: SectionLinksProps) {
  return (
    <nav class="section-links" aria-label={text('cardSections')}>
      {sections.map(({ key, title: name, count }) => (
        <button
          key={key}
          type="button"
          data-section={key}
          aria-current={key === current ? 'true' : undefined}
          onClick={() => onOpen(key)}
        >
          {name}
          {count !== undefined && <span class="count"> {formatNumber(count)}</span>}
        </button>
      ))}
      <button type="button" class="all-link" title={text('libraryEverything', { title })} onClick={onAll}>
        {text('cardAll')} <ArrowUpRight class="directional" aria-hidden="true" />
      </button>
    </nav>
  );
}
