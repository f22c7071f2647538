import { useLayoutEffect } from 'preact/hooks';
import { countedText, formatNumber, text } from '../../i18n/texts.ts';
import { wholeLibrary, writeAddress } from '../content/library-address.ts';
import { PackProvenance } from '../content/pack-provenance.tsx';
import type { Navigation } from './navigation/use-navigation.ts';
import { documentTypes, documentTypeTexts } from './search/document-types.ts';
import type { LibraryOverview, OverviewTopic } from './worker/library-service.ts';

interface LibraryHomeProps {
  readonly navigation: Navigation;
  readonly overview: LibraryOverview;
}

/** The library's start page: its topics, and everything by type. */
export function LibraryHome({ navigation, overview: { packs, topics, counts } }: LibraryHomeProps) {
  const title = text('libraryTitle');
  const count = Object.values(counts).reduce((sum, one) => sum + one, 0);
  useLayoutEffect(() => navigation.arrive(title), [navigation, title]);
  return (
    <div class="home">
      <div class="welcome">
        <h1 tabIndex={-1}>{text('libraryName')}</h1>
        <p class="opening">{text('libraryIntro')}</p>
        <nav aria-label={text('libraryByType')}>
          <ul class="types">
            <li>
              <a href={writeAddress(wholeLibrary)}>
                {text('libraryAll')} <span class="count">{formatNumber(count)}</span>
              </a>
            </li>
            {documentTypes
              .filter((type) => counts[type] !== undefined)
              .map((type) => (
                <li key={type}>
                  <a href={writeAddress({ ...wholeLibrary, types: [type] })}>
                    {text(documentTypeTexts[type])}{' '}
                    <span class="count">{formatNumber(counts[type] ?? 0)}</span>
                  </a>
                </li>
              ))}
          </ul>
        </nav>
      </div>
      {topics.length === 0 && <p class="opening">{text('libraryEmpty')}</p>}
      <ul class="topics">
        {topics.map((topic) => (
          <TopicCard key={topic.ref} topic={topic} />
        ))}
      </ul>
      {packs.map((pack) => (
        <PackProvenance key={pack.id} pack={pack} />
      ))}
    </div>
  );
}

function TopicCard({
  topic: { ref, title, color, language, entityCount, entities },
}: {
  topic: OverviewTopic;
}) {
  const content = { lang: language, dir: 'auto' } as const;
  const all = writeAddress({ ...wholeLibrary, topics: [ref] });
  return (
    <li class="topic-card" style={{ '--topic': color }}>
      <h2 {...content}>
        <a href={all}>{title}</a>
      </h2>
      <p class="when">{countedText('optionsEntities', entityCount)}</p>
      <ul {...content}>
        {entities.map(({ ref: entity, title: name }) => (
          <li key={entity}>
            <a href={writeAddress({ kind: 'entity', ref: entity })}>{name}</a>
          </li>
        ))}
      </ul>
      {entityCount > entities.length && (
        <p class="all">
          <a href={all}>{text('libraryTopicAll', { topic: title })}</a>
        </p>
      )}
    </li>
  );
}
