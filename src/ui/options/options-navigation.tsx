import { useEffect, useState } from 'preact/hooks';
import { text } from '../../i18n/texts.ts';

export interface SectionLink {
  readonly id: string;
  readonly title: string;
}

/** Links to the sections, with the current one marked: beside the content on a wide page, above it on a narrow one. */
export function OptionsNavigation({ sections }: { sections: readonly SectionLink[] }) {
  const current = useSectionInView(sections.map(({ id }) => id));
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

/** The first section that reaches into the upper part of the window, where the reader is reading. */
function useSectionInView(ids: readonly string[]): string | undefined {
  const [current, setCurrent] = useState(ids[0]);
  const all = ids.join(' ');
  useEffect(() => {
    const inView = new Set<string>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) inView.add(target.id);
          else inView.delete(target.id);
        }
        setCurrent((before) => all.split(' ').find((id) => inView.has(id)) ?? before);
      },
      { rootMargin: '-12% 0px -68% 0px' },
    );
    for (const id of all.split(' ')) {
      const section = document.getElementById(id);
      if (section) observer.observe(section);
    }
    return () => observer.disconnect();
  }, [all]);
  return current;
}
