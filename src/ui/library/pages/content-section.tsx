import type { ComponentChildren } from 'preact';
import { type TextKey, text } from '../../../i18n/texts.ts';

interface ContentSectionProps {
  readonly title: TextKey;
  readonly isShown: boolean;
  /** So that the page's contents can lead here. */
  readonly id?: string;
  /** Beside the title: how much there is. */
  readonly count?: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** One section of a page, left out if the pack has nothing for it. */
export function ContentSection({
  title,
  isShown,
  id,
  count,
  class: className,
  children,
}: ContentSectionProps) {
  if (!isShown) return null;
  return (
    <section id={id} class={className}>
      <h2 tabIndex={id === undefined ? undefined : -1}>
        {text(title)}
        {count !== undefined && <span class="count"> {count}</span>}
      </h2>
      {children}
    </section>
  );
}
