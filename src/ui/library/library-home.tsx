import { useLayoutEffect, useMemo } from 'preact/hooks';
import { formatDay } from '../../i18n/format-date.ts';
import { countedText, formatNumber, type TextKey, text } from '../../i18n/texts.ts';
import { refOf } from '../../knowledge/qualify-pack.ts';
import { ClaimList } from '../content/claim-view.tsx';
import { ContentLanguageContext, ContentLanguageNote, PackWords } from '../content/content-language.tsx';
import { wholeLibrary, writeAddress } from '../content/library-address.ts';
import { type PageLinks, PageLinksContext } from '../content/page-links.ts';
import type { Navigation } from './navigation/use-navigation.ts';
import { documentTypes, documentTypeTexts } from './search/document-types.ts';
import type { LibraryOverview, OverviewPack, OverviewTopic } from './worker/describe-packs.ts';

interface LibraryHomeProps {
  readonly navigation: Navigation;
  readonly overview: LibraryOverview;
}

/** The library's start page: what its packs are about, where their sources differ, its topics, and everything by type. */
export function LibraryHome({ navigation, overview: { packs, topics, counts } }: LibraryHomeProps) {
  const title = text('libraryTitle');
  useLayoutEffect(() => navigation.arrive(title), [navigation, title]);
  const differing = packs.filter(({ differences }) => differences.length > 0);
  return (
    <div class="home">
      <div class="welcome">
        <h1 tabIndex={-1}>{text('libraryName')}</h1>
        {packs.length === 0 && <p class="opening">{text('libraryEmpty')}</p>}
        {packs.map((pack) => (
          <Story key={pack.id} pack={pack} />
        ))}
        <Types counts={counts} />
        <p>
          <a href={writeAddress({ kind: 'check' })}>{text('checkTitle')}</a>
        </p>
      </div>
      <section class="to-kept">
        <h2>
          <a href={writeAddress({ kind: 'stories' })}>{text('storiesTitle')}</a>
        </h2>
        <p>{text('storiesHomeHint')}</p>
      </section>
      {differing.length > 0 && (
        <section class="differences">
          <h2>{text('libraryDifferences')}</h2>
          {differing.map((pack) => (
            <Differences key={pack.id} pack={pack} isNamed={packs.length > 1} />
          ))}
        </section>
      )}
      <Topics title="optionsTopics" topics={topics.filter(({ isMain }) => isMain)} />
      <Topics title="libraryOtherTopics" topics={topics.filter(({ isMain }) => !isMain)} />
    </div>
  );
}

/** What a pack is about, how much it rests on, and up to when it knows. */
function Story({ pack }: { pack: OverviewPack }) {
  const { title, sourceCount, outletCount, knownTo, language, origin } = pack;
  return (
    <p class="opening">
      {text('libraryStory', {
        pack: title,
        sources: countedText('librarySources', sourceCount),
        outlets: countedText('cardOutlets', outletCount),
        date: formatDay(knownTo),
      })}
      {origin !== undefined && <span class="hint"> {text('packsFromStoryHint')}</span>}
      <ContentLanguageNote language={language} />
    </p>
  );
}

function Types({ counts }: Pick<LibraryOverview, 'counts'>) {
  const count = Object.values(counts).reduce((sum, one) => sum + one, 0);
  return (
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
                {text(documentTypeTexts[type])} <span class="count">{formatNumber(counts[type] ?? 0)}</span>
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}

function Differences({
  pack: { id, title, language, differences },
  isNamed,
}: {
  pack: OverviewPack;
  isNamed: boolean;
}) {
  const links = useMemo(
    (): PageLinks => ({
      source: (source) => writeAddress({ kind: 'source', ref: refOf(id, source) }),
      entity: (ref) => writeAddress({ kind: 'entity', ref }),
      statement: (ref) => writeAddress({ kind: 'statement', ref }),
      claim: (ref) => writeAddress({ kind: 'claim', ref }),
    }),
    [id],
  );
  return (
    <PageLinksContext.Provider value={links}>
      <ContentLanguageContext.Provider value={language}>
        {isNamed && (
          <h3>
            <PackWords>{title}</PackWords>
          </h3>
        )}
        <ClaimList views={differences} atFirst={3} saysDiffer={false} />
      </ContentLanguageContext.Provider>
    </PageLinksContext.Provider>
  );
}

function Topics({ title, topics }: { title: TextKey; topics: readonly OverviewTopic[] }) {
  if (topics.length === 0) return null;
  return (
    <section>
      <h2>{text(title)}</h2>
      <ul class="topics">
        {topics.map((topic) => (
          <TopicCard key={topic.ref} topic={topic} />
        ))}
      </ul>
    </section>
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
      <h3 {...content}>
        <a href={all}>{title}</a>
      </h3>
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
