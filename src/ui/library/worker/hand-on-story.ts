import { draftStory } from '../../../stories/kept/draft-story.ts';
import { exportStory, type HandOnTexts } from '../../../stories/kept/export-story.ts';
import type { KeptArticle, Story } from '../../../stories/kept/kept-article.ts';
import { zipFolder } from './zip-folder.ts';

/** A story as a pack file. */
export interface StoryFile {
  readonly name: string;
  readonly text: string;
  readonly quotationCount: number;
  readonly sourceCount: number;
  readonly undated: readonly string[];
  readonly leftOutCount: number;
}

/** The zip of a draft's folder. */
export interface StoryDraft {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** @param now ISO 8601, in UTC */
export function writeStoryFile(
  story: Story,
  articles: readonly KeptArticle[],
  now: string,
  texts: HandOnTexts,
): StoryFile {
  const { pack, undated, leftOutCount } = exportStory(story, articles, now, texts);
  return {
    name: `${pack.id}.sidelight.json`,
    text: `${JSON.stringify(pack)}\n`,
    quotationCount: pack.statements.length,
    sourceCount: pack.sources.length,
    undated,
    leftOutCount,
  };
}

/** @param today `YYYY-MM-DD` */
export async function writeStoryDraft(
  story: Story,
  articles: readonly KeptArticle[],
  today: string,
): Promise<StoryDraft> {
  const { id, files } = await draftStory(story, articles, hash, today);
  return { name: `${id}.zip`, bytes: zipFolder(id, files) };
}

async function hash(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
