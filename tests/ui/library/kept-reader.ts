import { vi } from 'vitest';
import type { KeptCalls, KeptSummary } from '../../../src/contracts/kept-calls.ts';
import { countWords } from '../../../src/knowledge/text/locate-words.ts';
import { type KeptArticle, latestOf, type Story } from '../../../src/stories/kept/kept-article.ts';
import type { CallKept, KeptServices } from '../../../src/ui/library/stories/use-kept-outcome.ts';
import type { KeptReader } from '../../../src/ui/library/worker/library-service.ts';

/** Reads these stories and articles, as the database would. */
export function readerOf(stories: readonly Story[], articles: readonly KeptArticle[]): KeptReader {
  return {
    listStories: async () => stories,
    listKeptSummaries: async () => articles.map((article) => summarise(article, stories, articles)),
    readStory: async (id) => stories.find((story) => story.id === id),
    readArticlesOfStory: async (story) => articles.filter((article) => article.story === story),
    readKeptArticle: async (id) => articles.find((article) => article.id === id),
  };
}

export const emptyReader = readerOf([], []);

/** Nothing is kept, and nothing changes. */
export const noKept: KeptServices = { call: vi.fn() as unknown as CallKept, watch: () => undefined };

/** Answers calls by these functions, and records all of them. */
export function keptServices(answers: { readonly [Name in keyof KeptCalls]?: KeptCalls[Name] } = {}) {
  const calls: [keyof KeptCalls, unknown][] = [];
  let notify: (stories: readonly string[]) => void = () => undefined;
  const call = async (name: keyof KeptCalls, request?: unknown) => {
    calls.push([name, request]);
    const answer = answers[name] as ((request: unknown) => unknown) | undefined;
    return answer?.(request);
  };
  const services: KeptServices = {
    call: call as CallKept,
    watch: (onChange) => {
      notify = onChange;
    },
  };
  return { services, calls, notify: (stories: readonly string[] = []) => notify(stories) };
}

function summarise(
  kept: KeptArticle,
  stories: readonly Story[],
  articles: readonly KeptArticle[],
): KeptSummary {
  const { text, ...stated } = latestOf(kept);
  const { quotedBlocks: _, ...shown } = stated;
  return {
    ...shown,
    id: kept.id,
    kind: kept.kind,
    story: {
      id: kept.story,
      title: stories.find(({ id }) => id === kept.story)?.title ?? '',
      articleCount: articles.filter(({ story }) => story === kept.story).length,
    },
    wordCount: countWords(text),
    quotationCount: 0,
    keptAt: kept.versions.at(-1)?.keptAt ?? '',
    versionCount: kept.versions.length,
  };
}
