import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ToolbarObstacle } from '../../contracts/toolbar-page.ts';
import { type TextKey, text } from '../../i18n/texts.ts';
import { type Appearance, defaultSettings } from '../../settings/settings.ts';
import type { Briefing } from '../../view-models/briefing.ts';
import { type BriefingWords, briefingToMarkdown } from '../../view-models/briefing-markdown.ts';
import type { PageReading } from '../../view-models/page-reading.ts';
import { makeWebAnnotations } from '../../view-models/web-annotations.ts';
import { copyText } from '../components/copy-text.ts';
import { downloadFile } from '../components/download-file.ts';
import { keepFocus } from '../components/keep-focus.ts';
import { useFaceStyles } from '../components/page-styles.ts';
import { obstacles } from '../components/toolbar-notice.ts';
import { useFaceLanguage } from '../components/use-face-language.ts';
import { comparisonStyles } from '../content/comparison-styles.ts';
import { contentStyles } from '../content/content-styles.ts';
import { traceKindTexts } from '../content/on-this-page.tsx';
import { stanceTexts } from '../content/position-view.tsx';
import { timelineStyles } from '../content/timeline/timeline-styles.ts';
import { panelStyles } from './panel-styles.ts';
import { type PanelActions, PanelView } from './panel-view.tsx';

/** What the panel knows of the page in front: read, or why not. */
export type PanelPage =
  | { readonly access: 'closed'; readonly obstacle: ToolbarObstacle }
  /** `unreachable`: the background does not answer. */
  | { readonly access: 'stopped' | 'unreachable' }
  | { readonly access: 'open'; readonly reading: PageReading; readonly briefings: readonly Briefing[] };

/** What the panel needs from outside `ui`, passed in by the entry point. */
export interface PanelServices {
  /** Calls back with the reader's choice, now and whenever it changes. */
  watchAppearance(onChange: (appearance: Appearance) => void): void;
  /** Calls back with the page in front, now and whenever it changes. */
  watchPage(onPage: (page: PanelPage) => void): void;
  revealEntity(ref: string): Promise<void>;
  /** To one of the places where the page prints a statement, counted in its order from 0. */
  revealStatement(ref: string, index: number): Promise<void>;
  step(by: 1 | -1): Promise<void>;
}

/** Draws the side panel into `place`. */
export function showPanel(place: HTMLElement, services: PanelServices): void {
  keepFocus(place);
  render(<Panel services={services} />, place);
}

function Panel({ services }: { services: PanelServices }) {
  const [{ theme, language }, setAppearance] = useState<Appearance>(defaultSettings);
  const [page, setPage] = useState<PanelPage>();
  const [outcome, setOutcome] = useState('');
  useFaceStyles(contentStyles + comparisonStyles + timelineStyles + panelStyles, theme);
  useFaceLanguage(language, 'panelTitle');
  useEffect(() => {
    services.watchAppearance(setAppearance);
    services.watchPage((next) => {
      setPage(next);
      setOutcome('');
    });
  }, [services]);

  if (page === undefined) return <PanelNotice told="panelLoading" />;
  if (page.access !== 'open') return <PanelNotice told={findReason(page)} />;
  const { reading, briefings } = page;
  if (briefings.length === 0) return <PanelNotice told="packsNone" />;
  return (
    <>
      <PanelView
        briefings={briefings}
        actionsFor={(briefing) => makeActions(services, reading, briefing, setOutcome)}
        onStep={(by) => void services.step(by).catch(() => setOutcome(text('panelGone')))}
      />
      <p class="outcome" role="status">
        {outcome}
      </p>
    </>
  );
}

/** Instead of a briefing: why there is none. */
function PanelNotice({ told }: { told: TextKey }) {
  return (
    <main class="panel">
      <header>
        <h1>{text('panelTitle')}</h1>
      </header>
      <p class="stop">{text(told)}</p>
    </main>
  );
}

function findReason(page: Exclude<PanelPage, { access: 'open' }>): TextKey {
  if (page.access === 'closed') return obstacles[page.obstacle].text;
  return page.access === 'stopped' ? 'panelStopped' : 'toolbarUnreachable';
}

function makeActions(
  services: PanelServices,
  reading: PageReading,
  briefing: Briefing,
  tell: (outcome: string) => void,
): PanelActions {
  const reveal = (work: Promise<void>) => void work.catch(() => tell(text('panelGone')));
  return {
    revealEntity: (ref) => reveal(services.revealEntity(ref)),
    revealStatement: (ref, index) => reveal(services.revealStatement(ref, index)),
    async copyMarkdown() {
      const isCopied = await copyText(briefingToMarkdown(briefing, markdownWords()));
      tell(text(isCopied ? 'panelCopied' : 'panelCopyFailed'));
    },
    downloadAnnotations() {
      const annotations = makeWebAnnotations(reading, briefing.pack.id, (ref) => titleOf(briefing, ref));
      const contents = JSON.stringify(annotations, null, 2);
      downloadFile('sidelight-annotations.jsonld', new Blob([contents], { type: 'application/ld+json' }));
      tell(text('panelDownloaded'));
    },
  };
}

function titleOf({ mentioned, quoted }: Briefing, ref: string): string {
  const entity = mentioned.find((one) => one.ref === ref);
  if (entity) return entity.title;
  const quotation = quoted.find(({ statement }) => statement.ref === ref);
  return quotation?.statement.speaker?.text ?? text('speakerUnnamed');
}

function mapTexts<Key extends string>(keys: Readonly<Record<Key, TextKey>>): Record<Key, string> {
  const entries = Object.entries<TextKey>(keys).map(([name, key]) => [name, text(key)]);
  return Object.fromEntries(entries) as Record<Key, string>;
}

function markdownWords(): BriefingWords {
  return {
    mentioned: text('panelMentioned'),
    quoted: text('panelQuoted'),
    since: text('panelSince'),
    elsewhere: text('panelElsewhere'),
    made: text('panelMade'),
    notFound: text('panelNotFound'),
    alteredCopy: text('panelAlteredCopy'),
    knownTo: text('panelKnownTo'),
    kinds: mapTexts(traceKindTexts),
    stances: mapTexts(stanceTexts),
  };
}
