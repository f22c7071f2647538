import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import { text } from '../../../i18n/texts.ts';
import { refOf, splitRef } from '../../../knowledge/qualify-pack.ts';
import type { CardContent } from '../../../view-models/card-content.ts';
import type { LibraryContent } from '../../../view-models/library-content.ts';
import { ContentLanguageContext } from '../../content/content-language.tsx';
import {
  type ItemAddress,
  type LibraryAddress,
  type SearchAddress,
  writeAddress,
} from '../../content/library-address.ts';
import { type PageLinks, PageLinksContext } from '../../content/page-links.ts';
import { FailureNotice, Notice } from '../navigation/notice.tsx';
import type { Navigation } from '../navigation/use-navigation.ts';
import { useQuery } from '../navigation/use-query.ts';
import type { LibraryService } from '../worker/library-service.ts';
import { ClaimPage } from './claim-page.tsx';
import { EntityPage } from './entity-page.tsx';
import { SourcePage } from './source-page.tsx';
import { StatementPage } from './statement-page.tsx';
import { titleOf } from './title-of.ts';

interface ItemPageProps {
  readonly navigation: Navigation;
  readonly address: ItemAddress | Extract<LibraryAddress, { kind: 'unknown' }>;
  readonly lastSearch: SearchAddress | undefined;
  /** Changes with the packs; the page is then loaded again. */
  readonly edition: number;
  open: LibraryService['open'];
  /** Reads the packs again. */
  onRetry(): void;
}

/** The page of one entity, source, statement or claim, or a notice that the address has none. */
export function ItemPage({ navigation, address, lastSearch, edition, open, onRetry }: ItemPageProps) {
  const { answer, isCurrent } = useQuery(`${edition} ${writeAddress(address)}`, async () =>
    address.kind === 'unknown' ? null : open(address),
  );
  const content = answer.state === 'answered' ? answer.reply : undefined;
  const heading = content ? titleOf(content) : text('libraryUnknown');
  const isDrawn = isCurrent && answer.state !== 'waiting';
  const pageTitle = text('libraryPageTitle', { title: heading });
  useLayoutEffect(() => {
    if (isDrawn) navigation.arrive(pageTitle);
  }, [navigation, isDrawn, pageTitle]);

  if (answer.state === 'waiting') return <p class="loading">{text('libraryLoading')}</p>;
  if (answer.state === 'failed') {
    return <FailureNotice reason={answer.reason} onRetry={onRetry} />;
  }
  if (!content) return <Unknown address={address} />;
  return (
    <PackLinks content={content}>
      <ContentLanguageContext.Provider value={packOf(content).language}>
        <div class="item">
          <BackToSearch lastSearch={lastSearch} />
          {/* Keyed, so that what was expanded on one page is not expanded on the next. */}
          <Content key={writeAddress(address)} content={content} />
        </div>
      </ContentLanguageContext.Provider>
    </PackLinks>
  );
}

function Content({ content }: { content: LibraryContent }) {
  switch (content.kind) {
    case 'entity':
      return <EntityPage content={content} />;
    case 'statement':
      return <StatementPage content={content} />;
    case 'claim':
      return <ClaimPage content={content} />;
    case 'source':
      return <SourcePage content={content} />;
  }
}

/** Links everything on the page to its own page, except the item that the page is about. */
function PackLinks({ content, children }: { content: LibraryContent; children: ComponentChildren }) {
  const links = useMemo((): PageLinks => {
    const { packId, ref: own } = whereIs(content);
    const link = (kind: ItemAddress['kind'], ref: string) =>
      kind === content.kind && ref === own ? undefined : writeAddress({ kind, ref });
    return {
      source: (id) => link('source', refOf(packId, id)),
      entity: (ref) => link('entity', ref),
      statement: (ref) => link('statement', ref),
      claim: (ref) => link('claim', ref),
    };
  }, [content]);
  return <PageLinksContext.Provider value={links}>{children}</PageLinksContext.Provider>;
}

function packOf(content: LibraryContent): CardContent['pack'] {
  return 'card' in content ? content.card.pack : content.pack;
}

function whereIs(content: LibraryContent): { packId: string; ref: string } {
  const ref =
    'card' in content ? content.card.ref : content.kind === 'claim' ? content.claim.ref : content.ref;
  return { packId: splitRef(ref).packId, ref };
}

function BackToSearch({ lastSearch }: Pick<ItemPageProps, 'lastSearch'>) {
  const address: LibraryAddress = lastSearch ?? { kind: 'home' };
  return (
    <p class="back-to">
      <a href={writeAddress(address)}>
        {lastSearch === undefined
          ? text('libraryToHome')
          : text('libraryBackToSearch', {
              title: lastSearch.query === '' ? text('libraryAll') : `“${lastSearch.query}”`,
            })}
      </a>
    </p>
  );
}

function Unknown({ address }: Pick<ItemPageProps, 'address'>) {
  return (
    <Notice
      title={text('libraryUnknown')}
      explanation={
        address.kind === 'unknown'
          ? text('libraryUnknownAddress', { address: `#${address.typed}` })
          : text('libraryUnknownRef', { ref: address.ref })
      }
      links={[{ address: writeAddress({ kind: 'home' }), label: text('libraryToHome') }]}
    />
  );
}
