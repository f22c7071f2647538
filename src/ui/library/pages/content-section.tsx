import type { ComponentChildren } from 'preact';
import { type TextKey, text } from '../../../i18n/texts.ts';

interface ContentSectionProps {
  readonly title: TextKey;
  readonly isShown: boolean;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** One section of a page, left out if the pack has nothing for it. */
export function ContentSection({ title, isShown, class: className, children }: ContentSectionProps) {
  if (!isShown) return null;
  return (
    <section class={className}>
      <h2>{text(title)}</h2>
      {children}
    </section>
  );
}
