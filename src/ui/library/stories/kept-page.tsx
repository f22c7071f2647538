import { useLayoutEffect } from 'preact/hooks';
import { formatDay, formatMoment } from '../../../i18n/format-date.ts';
import { countedText, formatList, type TextKey, text } from '../../../i18n/texts.ts';
import { countWords } from '../../../knowledge/text/locate-words.ts';
import type { VersionChange } from '../../../stories/kept/compare-versions.ts';
import { MoreList } from '../../components/more-list.tsx';
import { type KeptAddress, writeAddress } from '../../content/library-address.ts';
import { FailureNotice, Notice } from '../navigation/notice.tsx';
import { useQuery } from '../navigation/use-query.ts';
import { ContentSection } from '../pages/content-section.tsx';
import type { KeptContent } from '../worker/describe-kept-article.ts';
import { CorrectionForm } from './correction-form.tsx';
import { KeptText } from './kept-text.tsx';
import { NoteForm } from './note-form.tsx';
import type { StoriesProps } from './stories-props.ts';
import { isWebAddress } from './story-articles.ts';

interface KeptPageProps extends StoriesProps {
  readonly address: KeptAddress;
}

/** A kept article: its text, its versions, and what the reader has corrected and noted. */
export function KeptPage({ address, navigation, service, kept, edition, onRetry }: KeptPageProps) {
  const { answer } = useQuery(`${edition} ${address.id}`, () => service.openKept(address.id));
  const content = answer.state === 'answered' ? answer.reply : undefined;
  const heading = content ? titleOf(content) : text('libraryUnknown');
  const isDrawn = answer.state !== 'waiting';
  useLayoutEffect(() => {
    if (isDrawn) navigation.arrive(text('libraryPageTitle', { title: heading }));
  }, [navigation, isDrawn, heading]);
  if (answer.state === 'waiting') return <p class="loading">{text('libraryLoading')}</p>;
  if (answer.state === 'failed') return <FailureNotice reason={answer.reason} onRetry={onRetry} />;
  if (!content) {
    return (
      <Notice
        title={text('libraryUnknown')}
        explanation={text('keptUnknown')}
        links={[{ address: writeAddress({ kind: 'stories' }), label: text('storiesTo') }]}
      />
    );
  }
  const { id, story, article, versions } = content;
  const remove = async () => {
    const isDone = await kept.act(
      (call) => call('removeArticles', { ids: [id] }),
      countedText('storyRemoved', 1),
    );
    if (isDone) navigation.goTo({ kind: 'story', id: story.id });
  };
  return (
    <div class="kept">
      <p class="back-to">
        <a href={writeAddress({ kind: 'story', id: story.id })}>
          {text('libraryBackToSearch', { title: story.title })}
        </a>
      </p>
      <article class="columns">
        <div class="main-column">
          <KeptHeading content={content} />
          <ContentSection title="keptChanges" isShown={versions.length > 1}>
            <Versions content={content} />
          </ContentSection>
          <ContentSection title="keptText" isShown={article.text !== ''}>
            <KeptText
              key={`${address.from} ${address.to}`}
              article={article}
              passage={readPassage(address, article.text.length)}
            />
          </ContentSection>
        </div>
        <aside aria-label={text('libraryAside')} class="on-screen">
          <section>
            <h2>{text('librarySourceNote')}</h2>
            <NoteForm
              note={content.note}
              onSave={(note) => kept.act((call) => call('noteArticle', { id, note }), text('storyNoteSaved'))}
            />
          </section>
          <CorrectionForm content={content} kept={kept} />
          <section>
            <button type="button" onClick={() => void remove()}>
              {text('keptRemove')}
            </button>
          </section>
        </aside>
      </article>
    </div>
  );
}

function titleOf({ article: { title, outlet } }: KeptContent): string {
  return title || outlet || text('keptUntitled');
}

/** The offsets of an older version may be outside the text. */
function readPassage({ from, to }: KeptAddress, length: number) {
  return from === undefined || to === undefined || to > length ? undefined : { start: from, end: to };
}

const kindTexts = {
  page: 'keptPage',
  file: 'keptFile',
  text: 'keptPasted',
} as const satisfies Record<KeptContent['kind'], TextKey>;

function KeptHeading({ content }: { content: KeptContent }) {
  const { kind, article, corrections, versions, note } = content;
  const { outlet, authors, date, address, text: words } = article;
  return (
    <header class="page-heading">
      <p class="kind">
        <span class="type">{text(kindTexts[kind])}</span> · {countedText('storyWords', countWords(words))}
      </p>
      <h1 tabIndex={-1} dir="auto">
        {titleOf(content)}
      </h1>
      <p class="by" dir="auto">
        {[outlet, authors.length > 0 ? formatList(authors) : '', date === '' ? '' : formatDay(date)]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      {isWebAddress(address) && (
        <p class="kept-address">
          <a href={address} target="_blank" rel="noopener noreferrer">
            <span dir="auto">{address}</span>
            <span class="hidden-visually"> {text('librarySourceNewTab')}</span>
          </a>
        </p>
      )}
      <p class="when">
        {text('keptOn', { date: formatMoment(Date.parse(versions[0]?.keptAt ?? '')) })}
        {Object.keys(corrections).length > 0 && <> · {text('keptCorrected')}</>}
      </p>
      {note !== '' && (
        <p class="own-note" dir="auto">
          {note}
        </p>
      )}
    </header>
  );
}

const changeTexts = {
  headline: 'keptHeadline',
  quotation: 'keptQuotation',
  number: 'keptNumber',
  text: 'keptWords',
} as const satisfies Record<VersionChange['kind'], TextKey>;

/** What has changed with each version, the latest first. */
function Versions({ content: { versions, article } }: { content: KeptContent }) {
  return (
    <ol class="versions">
      {versions.map(({ keptAt, changes }, at) => (
        <li key={keptAt}>
          <h3>{text('keptVersion', { date: formatMoment(Date.parse(keptAt)) })}</h3>
          {at === versions.length - 1 ? (
            <p class="hint">{text('keptFirstVersion')}</p>
          ) : (
            <MoreList
              atFirst={6}
              class="version-changes"
              items={changes.map(({ kind, before, now }) => (
                <li key={`${kind} ${before} ${now}`} lang={article.language || undefined} dir="auto">
                  <span class="stance">{text(changeTexts[kind])}</span> {before !== '' && <del>{before}</del>}{' '}
                  {now !== '' && <ins>{now}</ins>}
                </li>
              ))}
            />
          )}
        </li>
      ))}
    </ol>
  );
}
