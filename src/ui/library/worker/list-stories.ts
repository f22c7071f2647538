import type { KeptSummary } from '../../../contracts/kept-calls.ts';
import type { Story } from '../../../stories/kept/kept-article.ts';

/** A story in the list of stories. */
export interface ListedStory extends Pick<Story, 'id' | 'title' | 'isOn'> {
  readonly articleCount: number;
  /** Each once, the one with the most articles first. */
  readonly outlets: readonly string[];
  /** Of the oldest and the latest article that have one, `YYYY-MM-DD`; empty if none has. */
  readonly firstDate: string;
  readonly lastDate: string;
  /** When something was kept last: ISO 8601, in UTC. */
  readonly keptAt: string;
}

/** The stories with what their articles tell, the one in which something was kept last first. */
export function listStories(stories: readonly Story[], summaries: readonly KeptSummary[]): ListedStory[] {
  const byStory = new Map<string, KeptSummary[]>(stories.map(({ id }) => [id, []]));
  for (const summary of summaries) byStory.get(summary.story.id)?.push(summary);
  return stories
    .map(({ id, title, isOn, createdAt }): ListedStory => {
      const own = byStory.get(id) ?? [];
      const dates = own.flatMap(({ date }) => (date === '' ? [] : [date])).sort();
      const kept = own.map(({ keptAt }) => keptAt).sort();
      return {
        id,
        title,
        isOn,
        articleCount: own.length,
        outlets: listOutlets(own),
        firstDate: dates[0] ?? '',
        lastDate: dates.at(-1) ?? '',
        keptAt: kept.at(-1) ?? createdAt,
      };
    })
    .sort((a, b) => (a.keptAt < b.keptAt ? 1 : -1));
}

function listOutlets(summaries: readonly KeptSummary[]): string[] {
  const counts = new Map<string, number>();
  for (const { outlet } of summaries) if (outlet !== '') counts.set(outlet, (counts.get(outlet) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([outlet]) => outlet);
}
