import { ArrowUpRight } from 'lucide-preact';
import { useContext } from 'preact/hooks';
import { formatDay } from '../../../i18n/format-date.ts';
import { text } from '../../../i18n/texts.ts';
import type { StoryPassage } from '../../../view-models/stories/story-content.ts';
import { textFragmentAddress } from '../../../view-models/text-fragment.ts';
import { writeAddress } from '../../content/library-address.ts';
import { ArticlesContext, isWebAddress, nameOutlet, useArticle } from './story-articles.ts';

interface ArticleLinkProps {
  /** Id of the article. */
  readonly article: string;
  /** Where in it. */
  readonly passage?: Pick<StoryPassage, 'start' | 'end'> | undefined;
  /** The words there: the second link then opens the original at these. */
  readonly quoted?: string | undefined;
}

/** An outlet, as a link to the kept copy; behind it a link to the original. The date tells two of one outlet apart. */
export function ArticleLink({ article: id, passage, quoted }: ArticleLinkProps) {
  const article = useArticle(id);
  const articles = useContext(ArticlesContext);
  if (article === undefined) return null;
  const { outlet, title, date, address, keptAt } = article;
  const name = nameOutlet(article);
  const isOneOfSeveral = [...articles.values()].some((other) => other.id !== id && other.outlet === outlet);
  const label = text('sourceOpen', { outlet: name });
  return (
    <span class="article-link">
      {keptAt.length === 0 ? (
        // The articles of the example are nowhere.
        <span class="outlet">{name}</span>
      ) : (
        <a
          class="outlet"
          title={title}
          href={writeAddress({
            kind: 'kept',
            id,
            ...(passage && { from: passage.start, to: passage.end }),
          })}
        >
          <span dir="auto">{name}</span>
        </a>
      )}
      {isOneOfSeveral && date !== '' && <span class="when"> {formatDay(date)}</span>}
      {isWebAddress(address) && (
        <a
          class="outside"
          href={quoted === undefined ? address : textFragmentAddress(address, quoted)}
          target="_blank"
          rel="noopener noreferrer"
          title={label}
          aria-label={label}
        >
          <ArrowUpRight aria-hidden="true" />
        </a>
      )}
    </span>
  );
}
