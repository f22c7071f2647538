import { useRef } from 'preact/hooks';
import { formatNumber, text } from '../../../i18n/texts.ts';
import { useMediaQuery } from '../../components/use-media-query.ts';
import { useSectionInView } from '../../components/use-section-in-view.ts';

export interface PagePart {
  /** Of its element. */
  readonly id: string;
  readonly title: string;
  readonly count?: number;
}

/**
 * The parts of a page with what each holds, and which of them is being read: beside the page, and where there is no
 * space for that in one row, which opens.
 */
export function PageContents({ parts }: { parts: readonly PagePart[] }) {
  const row = useRef<HTMLDetailsElement>(null);
  const wanted = useRef<string>();
  // As in item-page.css.
  const isBeside = useMediaQuery('(min-width: 62rem)');
  const current = useSectionInView(
    parts.map(({ id }) => id),
    () => wanted.current,
  );
  const goTo = (id: string) => {
    wanted.current = id;
    if (row.current !== null) row.current.open = false;
    const part = document.getElementById(id);
    part?.scrollIntoView();
    part?.querySelector<HTMLElement>('h1, h2')?.focus({ preventScroll: true });
  };
  const list = <PartList parts={parts} current={current} onChoose={goTo} />;
  return (
    <nav class="contents" aria-label={text('libraryContents')}>
      {isBeside ? (
        list
      ) : (
        <details ref={row}>
          <summary>
            {text('libraryContents')}: <strong>{parts.find(({ id }) => id === current)?.title}</strong>
          </summary>
          {list}
        </details>
      )}
    </nav>
  );
}

interface PartListProps {
  readonly parts: readonly PagePart[];
  readonly current: string | undefined;
  onChoose(id: string): void;
}

/** Buttons, because the address after the `#` is the item's. */
function PartList({ parts, current, onChoose }: PartListProps) {
  return (
    <ul>
      {parts.map(({ id, title, count }) => (
        <li key={id}>
          <button
            type="button"
            aria-current={id === current ? 'location' : undefined}
            onClick={() => onChoose(id)}
          >
            {title}
            {count !== undefined && <span class="count"> {formatNumber(count)}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
