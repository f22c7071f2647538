import { useMemo } from 'preact/hooks';
import { formatDate } from '../../../i18n/format-date.ts';
import { countedText, text } from '../../../i18n/texts.ts';
import { splitRef } from '../../../knowledge/qualify-pack.ts';
import { ContentLanguageContext, PackWords, useContentLanguage } from '../../content/content-language.tsx';
import { writeAddress } from '../../content/library-address.ts';
import type { OverviewTopic } from '../worker/describe-packs.ts';
import type { FoundItem } from '../worker/search-library.ts';
import { documentTypeTexts } from './document-types.ts';
import { FindableText, FoundWordsContext } from './findable-text.tsx';

interface ResultListProps {
  readonly items: readonly FoundItem[];
  readonly topics: ReadonlyMap<string, OverviewTopic>;
  /** By pack. */
  readonly languages: ReadonlyMap<string, string>;
}

/** The results, best first, with the found words marked. */
export function ResultList({ items, topics, languages }: ResultListProps) {
  const found = useMemo(() => new Set(items.flatMap(({ words }) => words)), [items]);
  return (
    <FoundWordsContext.Provider value={found}>
      <ol class="results">
        {items.map((item) => (
          <ContentLanguageContext.Provider
            key={`${item.kind} ${item.ref}`}
            value={languages.get(splitRef(item.ref).packId)}
          >
            <Result item={item} topic={topics.get(item.topic ?? '')} />
          </ContentLanguageContext.Provider>
        ))}
      </ol>
    </FoundWordsContext.Provider>
  );
}

function Result({ item, topic }: { item: FoundItem; topic: OverviewTopic | undefined }) {
  const content = useContentLanguage();
  const { kind, ref, type, title, alsoCalled, excerpt, inShort, detail } = item;
  return (
    <li
      class={`result ${kind}${inShort === undefined ? '' : ' best'}`}
      style={{ '--topic': topic?.color ?? null }}
    >
      <p class="kind">
        <span class="type">{text(documentTypeTexts[type])}</span>
        {topic !== undefined && (
          <span>
            {' '}
            · <PackWords>{topic.title}</PackWords>
          </span>
        )}
      </p>
      <h2 {...content}>
        <a href={writeAddress({ kind, ref })}>
          <FindableText words={title === '' ? text('speakerUnnamed') : title} />
        </a>
        {kind === 'statement' && detail !== undefined && (
          <span class="role">
            , <FindableText words={detail} />
          </span>
        )}
      </h2>
      {alsoCalled !== undefined && (
        <p class="also">
          {text('libraryAlsoCalled')} <FindableText words={alsoCalled} />
        </p>
      )}
      {inShort === undefined ? (
        <Excerpt kind={kind} words={excerpt} />
      ) : (
        inShort.map((sentences) => <Excerpt key={sentences} kind={kind} words={sentences} />)
      )}
      <p class="when">{describeRest(item)}</p>
    </li>
  );
}

/** Quoted words are in serif and quotation marks; ours are not. */
function Excerpt({ kind, words }: { kind: FoundItem['kind']; words: string }) {
  const content = useContentLanguage();
  if (words === '') return null;
  const isQuoted = kind === 'statement' || kind === 'claim';
  return isQuoted ? (
    <blockquote class="quote" {...content}>
      <p>
        “<FindableText words={words} />”
      </p>
    </blockquote>
  ) : (
    <p class="excerpt" {...content}>
      <FindableText words={words} />
    </p>
  );
}

function describeRest({ kind, title, date, detail, sourceCount }: FoundItem): string {
  const parts =
    kind === 'source'
      ? [detail === title ? undefined : detail, date && formatDate(date)]
      : [date && formatDate(date), sourceCount > 0 ? countedText('librarySources', sourceCount) : undefined];
  return parts.filter((part) => part !== undefined).join(' · ');
}
