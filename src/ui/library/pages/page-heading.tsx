import type { ComponentChildren } from 'preact';
import { countedText } from '../../../i18n/texts.ts';
import type { CardContent } from '../../../view-models/card-content.ts';
import { PackWords, useContentLanguage } from '../../content/content-language.tsx';
import { wholeLibrary, writeAddress } from '../../content/library-address.ts';

interface PageHeadingProps {
  /** So that the page's contents can lead here. */
  readonly id?: string;
  readonly title: string;
  /** What kind of item it is, shown before the title. */
  readonly kind: string;
  /** Undefined if it has no topic. */
  readonly topic?: CardContent['topic'] | undefined;
  readonly outletCount?: number;
  readonly children?: ComponentChildren;
}

/** The heading of a page, in its topic's colour. */
export function PageHeading({ id, title, kind, topic, outletCount = 0, children }: PageHeadingProps) {
  return (
    <header id={id} class="page-heading">
      <p class="kind">
        <span class="type">{kind}</span>
        {topic !== undefined && topic.title !== '' && (
          <span>
            {' '}
            ·{' '}
            <a href={writeAddress({ ...wholeLibrary, topics: [topic.ref] })}>
              <PackWords>{topic.title}</PackWords>
            </a>
          </span>
        )}
        {outletCount > 1 && <span> · {countedText('cardOutlets', outletCount)}</span>}
      </p>
      <h1 tabIndex={-1} {...useContentLanguage()}>
        {title}
      </h1>
      {children}
    </header>
  );
}
