import { text } from '../../i18n/texts.ts';
import { useSectionInView } from '../components/use-section-in-view.ts';

export interface SectionLink {
  readonly id: string;
  readonly title: string;
}

/** Links to the sections, with the current one marked: beside the content on a wide page, above it on a narrow one. */
export function OptionsNavigation({ sections }: { sections: readonly SectionLink[] }) {
  const current = useSectionInView(
    sections.map(({ id }) => id),
    () => location.hash.slice(1),
  );
  return (
    <nav aria-label={text('optionsSections')}>
      <ul>
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={id === current ? 'location' : undefined}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
