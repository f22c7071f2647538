import { useState } from 'preact/hooks';
import { formatDay, formatMoment } from '../../../i18n/format-date.ts';
import { countedText, formatList, formatNumber, text } from '../../../i18n/texts.ts';
import type { StoryArticle, StoryContent } from '../../../view-models/stories/story-content.ts';
import { TimelineView } from '../../content/timeline/timeline-view.tsx';
import { useQuery } from '../navigation/use-query.ts';
import { ContentSection } from '../pages/content-section.tsx';
import { ArticleLink } from './article-link.tsx';
import type { StoriesProps } from './stories-props.ts';
import { nameOutlet, useArticle } from './story-articles.ts';
import { StoryChoice } from './story-choice.tsx';

type ArticlesProps = Pick<StoriesProps, 'kept' | 'service' | 'edition'> & { readonly content: StoryContent };

/** The articles by date, each with its versions; those that are selected can be moved or removed. */
export function ArticlesSection({ content, kept, service, edition }: ArticlesProps) {
  const { articles, story } = content;
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const ids = articles.map(({ id }) => id).filter((id) => selected.has(id));
  const select = (id: string, isSelected: boolean) => {
    const next = new Set(selected);
    if (isSelected) next.add(id);
    else next.delete(id);
    setSelected(next);
  };
  return (
    <ContentSection
      id="articles"
      title="storyArticles"
      count={formatNumber(articles.length)}
      isShown={articles.length > 0}
    >
      <Timeline articles={articles} />
      <ul class="story-articles">
        {articles.map((article) => (
          <ArticleLine
            key={article.id}
            article={article}
            isSelected={selected.has(article.id)}
            onSelect={(isSelected) => select(article.id, isSelected)}
          />
        ))}
      </ul>
      {ids.length > 0 && (
        <ChangeSelected
          ids={ids}
          own={story.id}
          kept={kept}
          service={service}
          edition={edition}
          onDone={() => setSelected(new Set())}
        />
      )}
    </ContentSection>
  );
}

function Timeline({ articles }: Pick<StoryContent, 'articles'>) {
  const dated = articles.filter(({ date }) => /^\d{4}-\d{2}-\d{2}$/.test(date));
  if (new Set(dated.map(({ date }) => date)).size < 2) return null;
  const items = dated.map(({ date, outlet, title, authors }) => ({
    date: { value: date, precision: 'day' as const },
    text: [outlet, title || authors.join(', ')].filter((part) => part !== '').join(': '),
    entities: [],
    cites: [],
  }));
  return <TimelineView items={items} pageDate={null} />;
}

interface ArticleLineProps {
  readonly article: StoryArticle;
  readonly isSelected: boolean;
  onSelect(isSelected: boolean): void;
}

function ArticleLine({ article, isSelected, onSelect }: ArticleLineProps) {
  const { id, title, authors, date, wordCount, keptAt, note, editionOf } = article;
  const original = useArticle(editionOf ?? '');
  const name = title || nameOutlet(article);
  return (
    <li>
      <input
        type="checkbox"
        class="on-screen"
        aria-label={text('storySelect', { title: name })}
        checked={isSelected}
        onChange={(event) => onSelect(event.currentTarget.checked)}
      />
      <div>
        <p dir="auto">
          <strong>{name}</strong>
        </p>
        <p class="when">
          <ArticleLink article={id} />
          {date !== '' && <span class="day"> · {formatDay(date)}</span>}
          {authors.length > 0 && <span dir="auto"> · {formatList(authors)}</span>} ·{' '}
          {countedText('storyWords', wordCount)}
          {keptAt.length > 1 && <> · {countedText('storyVersions', keptAt.length)}</>}
        </p>
        <p class="when">{text('keptOn', { date: formatMoment(Date.parse(keptAt.at(-1) ?? '')) })}</p>
        {original && (
          <p class="when">
            {text('storyEditionOf', { outlet: nameOutlet(original), title: original.title })}
          </p>
        )}
        {note !== '' && (
          <p class="own-note" dir="auto">
            {note}
          </p>
        )}
      </div>
    </li>
  );
}

interface ChangeSelectedProps extends Pick<StoriesProps, 'kept' | 'service' | 'edition'> {
  readonly ids: string[];
  /** Id of the story they are in. */
  readonly own: string;
  onDone(): void;
}

function ChangeSelected({ ids, own, kept, service, edition, onDone }: ChangeSelectedProps) {
  const { answer } = useQuery(edition, service.listStories);
  const stories = answer.state === 'answered' ? answer.reply.filter(({ id }) => id !== own) : [];
  const [to, setTo] = useState('');
  const [title, setTitle] = useState('');
  const goal = stories.find(({ id }) => id === to);
  const move = async () => {
    const name = goal?.title ?? title.trim();
    const isDone = await kept.act(
      (call) =>
        call('moveArticles', {
          ids,
          to: goal?.id ?? null,
          ...(goal === undefined && name !== '' && { title: name }),
        }),
      countedText('storyMoved', ids.length, { title: name || text('storyNew') }),
    );
    if (isDone) onDone();
  };
  const remove = async () => {
    const isDone = await kept.act(
      (call) => call('removeArticles', { ids }),
      countedText('storyRemoved', ids.length),
    );
    if (isDone) onDone();
  };
  return (
    <fieldset class="change-selected on-screen">
      <legend>{countedText('storySelected', ids.length)}</legend>
      <StoryChoice stories={stories} value={goal?.id ?? ''} hasNew onChange={setTo} />
      {goal === undefined && (
        <label>
          {text('storyNewTitle')}
          <input
            type="text"
            dir="auto"
            value={title}
            onInput={(event) => setTitle(event.currentTarget.value)}
          />
        </label>
      )}
      <button type="button" onClick={() => void move()}>
        {text('storyMove')}
      </button>
      <button type="button" onClick={() => void remove()}>
        {text('storyRemove')}
      </button>
    </fieldset>
  );
}
