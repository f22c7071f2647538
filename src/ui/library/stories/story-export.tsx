import { formatDay } from '../../../i18n/format-date.ts';
import { currentLanguage } from '../../../i18n/language.ts';
import { text } from '../../../i18n/texts.ts';
import { writeBibtex } from '../../../view-models/stories/export/bibtex.ts';
import { writeCslJson } from '../../../view-models/stories/export/csl-json.ts';
import { type CsvColumns, writeStoryCsv } from '../../../view-models/stories/export/story-csv.ts';
import { writeStoryHtml } from '../../../view-models/stories/export/story-html.ts';
import { writeStoryMarkdown } from '../../../view-models/stories/export/story-markdown.ts';
import { outlineStory, type StoryWords } from '../../../view-models/stories/export/story-outline.ts';
import type { StoryContent } from '../../../view-models/stories/story-content.ts';
import { copyText } from '../../components/copy-text.ts';
import { downloadFile } from '../../components/download-file.ts';
import type { KeptOutcome } from './use-kept-outcome.ts';
import { relationTexts, turnTexts } from './utterance-view.tsx';

interface StoryExportProps {
  readonly content: StoryContent;
  readonly kept: KeptOutcome;
}

/** Each kind of file, with its ending and its type. */
const files = {
  md: ['text/markdown', 'Markdown'],
  html: ['text/html', 'HTML'],
  csv: ['text/csv', 'CSV'],
  json: ['application/vnd.citationstyles.csl+json', 'CSL-JSON'],
  bib: ['application/x-bibtex', 'BibTeX'],
} as const;
type Ending = keyof typeof files;

/** The story for use elsewhere: copied, saved or printed. */
export function StoryExport({ content, kept }: StoryExportProps) {
  const save = (ending: Ending) => {
    const name = `${fileNameOf(content.story.title)}.${ending}`;
    downloadFile(name, new Blob([write(content, ending)], { type: files[ending][0] }));
    kept.report(text('storySaved', { file: name }));
  };
  const copy = async () => {
    const isCopied = await copyText(write(content, 'md'));
    kept.report(text(isCopied ? 'storyCopied' : 'panelCopyFailed'), !isCopied);
  };
  const button = (ending: Ending) => (
    <li key={ending}>
      <button type="button" onClick={() => save(ending)}>
        <span dir="auto">{files[ending][1]}</span>
      </button>
    </li>
  );
  return (
    <section class="story-export">
      <h2>{text('storyUse')}</h2>
      <p>
        <button type="button" onClick={() => void copy()}>
          {text('panelCopy')}
        </button>{' '}
        <button type="button" onClick={() => print()}>
          {text('storyPrint')}
        </button>
      </p>
      <h3>{text('storySaveAs')}</h3>
      <ul>{(['md', 'html', 'csv'] as const).map(button)}</ul>
      <h3>{text('storySaveSources')}</h3>
      <ul>{(['json', 'bib'] as const).map(button)}</ul>
    </section>
  );
}

function write(content: StoryContent, ending: Ending): string {
  switch (ending) {
    case 'md':
      return writeStoryMarkdown(outlineStory(content, storyWords()));
    case 'html':
      return writeStoryHtml(outlineStory(content, storyWords()), currentLanguage());
    case 'csv':
      return writeStoryCsv(content, csvColumns(), storyWords());
    case 'json':
      return writeCslJson(content.articles);
    case 'bib':
      return writeBibtex(content.articles);
  }
}

/** The title without what a file name may not have. */
function fileNameOf(title: string): string {
  const name = title
    .replace(/[\p{C}\\/:*?"<>|.]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 60)
    .trim();
  return name || 'sidelight';
}

function storyWords(): StoryWords {
  return {
    utterances: text('storyUtterances'),
    onlyHere: text('storyOnlyHere'),
    speakers: text('storySpeakers'),
    names: text('storyNames'),
    facts: text('storyFacts'),
    sources: text('cardSources'),
    speakerUnnamed: text('speakerUnnamed'),
    attributed: text('storyAttributed'),
    noOutlet: text('storiesNoOutlet'),
    relations: mapTexts(relationTexts),
    turns: mapTexts(turnTexts),
    ofArticles: (count, all) => text('storyOfArticles', { count, all }),
    onlyOne: (count) => text('storyOnlyOne', { count }),
    keptOn: (moment) => text('keptOn', { date: formatDay(moment.slice(0, 10)) }),
  };
}

function csvColumns(): CsvColumns {
  return {
    utterance: text('storyColumnUtterance'),
    speaker: text('storySpeaker'),
    attribution: text('storyAttributed'),
    relation: text('storyColumnRelation'),
    quotation: text('storyColumnQuotation'),
    outlet: text('librarySourceOutlet'),
    date: text('librarySourceDate'),
    title: text('keptHeadline'),
    authors: text('librarySourceAuthors'),
    address: text('librarySourceAddress'),
  };
}

function mapTexts<Key extends string>(
  keys: Readonly<Record<Key, Parameters<typeof text>[0]>>,
): Record<Key, string> {
  const entries = Object.entries(keys) as [Key, Parameters<typeof text>[0]][];
  return Object.fromEntries(entries.map(([key, name]) => [key, text(name)])) as Record<Key, string>;
}
