import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ActivePage } from '../../contracts/active-page.ts';
import { type TextKey, text } from '../../i18n/texts.ts';
import { type Appearance, defaultSettings } from '../../settings/settings.ts';
import type { AnnotatedArticle } from '../../view-models/annotated-article.ts';
import type { PanelContent } from '../../view-models/panel-content.ts';
import { type MarkdownWords, panelContentToMarkdown } from '../../view-models/panel-markdown.ts';
import { makeWebAnnotations } from '../../view-models/web-annotations.ts';
import { copyText } from '../components/copy-text.ts';
import { downloadFile } from '../components/download-file.ts';
import { preserveFocus } from '../components/preserve-focus.ts';
import { obstacles } from '../components/toolbar-notice.ts';
import { useSurfaceLanguage } from '../components/use-surface-language.ts';
import { useTheme } from '../components/use-theme.ts';
import { quoteMatchKindTexts } from '../content/page-quotation.tsx';
import { stanceTexts } from '../content/position-view.tsx';
import { type PanelActions, PanelView } from './panel-view.tsx';

/** What the panel needs from outside `ui`; the entry point passes it in. */
export interface PanelServices {
  /** Calls back with the reader's choice, now and after each change. */
  watchAppearance(onChange: (appearance: Appearance) => void): void;
  /** Calls back with the active tab's page, now and after each change. */
  watchPage(onPage: (page: ActivePage) => void): void;
  revealEntity(ref: string): Promise<void>;
  /** Goes to one of the places where the page prints a statement, counted in page order from 0. */
  revealStatement(ref: string, index: number): Promise<void>;
  step(by: 1 | -1): Promise<void>;
}

/** Renders the side panel into `place`. */
export function showPanel(place: HTMLElement, services: PanelServices): void {
  preserveFocus(place);
  render(<Panel services={services} />, place);
}

function Panel({ services }: { services: PanelServices }) {
  const [{ theme, language }, setAppearance] = useState<Appearance>(defaultSettings);
  const [page, setPage] = useState<ActivePage>();
  const [outcome, setOutcome] = useState('');
  useTheme(theme);
  useSurfaceLanguage(language, 'panelTitle');
  useEffect(() => {
    services.watchAppearance(setAppearance);
    services.watchPage((next) => {
      setPage(next);
      setOutcome('');
    });
  }, [services]);

  if (page === undefined) return <PanelNotice message="panelLoading" />;
  if (page.access !== 'open') return <PanelNotice message={findReason(page)} />;
  const { reading, panelContents } = page;
  if (panelContents.length === 0) return <PanelNotice message="packsNone" />;
  return (
    <>
      <PanelView
        panelContents={panelContents}
        actionsFor={(panelContent) => makeActions(services, reading, panelContent, setOutcome)}
        onStep={(by) => void services.step(by).catch(() => setOutcome(text('panelGone')))}
      />
      <p class="outcome" role="status">
        {outcome}
      </p>
    </>
  );
}

/** Shown in place of a briefing: why there is none. */
function PanelNotice({ message }: { message: TextKey }) {
  return (
    <main class="panel">
      <header>
        <h1>{text('panelTitle')}</h1>
      </header>
      <p class="stop">{text(message)}</p>
    </main>
  );
}

function findReason(page: Exclude<ActivePage, { access: 'open' }>): TextKey {
  if (page.access === 'closed') return obstacles[page.obstacle].text;
  return page.access === 'stopped' ? 'panelStopped' : 'toolbarUnreachable';
}

function makeActions(
  services: PanelServices,
  reading: AnnotatedArticle,
  panelContent: PanelContent,
  announce: (outcome: string) => void,
): PanelActions {
  const reveal = (work: Promise<void>) => void work.catch(() => announce(text('panelGone')));
  return {
    revealEntity: (ref) => reveal(services.revealEntity(ref)),
    revealStatement: (ref, index) => reveal(services.revealStatement(ref, index)),
    async copyMarkdown() {
      const isCopied = await copyText(panelContentToMarkdown(panelContent, markdownWords()));
      announce(text(isCopied ? 'panelCopied' : 'panelCopyFailed'));
    },
    downloadAnnotations() {
      const annotations = makeWebAnnotations(reading, panelContent.pack.id, (ref) =>
        titleOf(panelContent, ref),
      );
      const contents = JSON.stringify(annotations, null, 2);
      downloadFile('sidelight-annotations.jsonld', new Blob([contents], { type: 'application/ld+json' }));
      announce(text('panelDownloaded'));
    },
  };
}

function titleOf({ mentioned, quoted }: PanelContent, ref: string): string {
  const entity = mentioned.find((one) => one.ref === ref);
  if (entity) return entity.title;
  const quotation = quoted.find(({ statement }) => statement.ref === ref);
  return quotation?.statement.speaker?.text ?? text('speakerUnnamed');
}

function mapTexts<Key extends string>(keys: Readonly<Record<Key, TextKey>>): Record<Key, string> {
  const entries = Object.entries<TextKey>(keys).map(([name, key]) => [name, text(key)]);
  return Object.fromEntries(entries) as Record<Key, string>;
}

function markdownWords(): MarkdownWords {
  return {
    mentioned: text('panelMentioned'),
    quoted: text('panelQuoted'),
    since: text('panelSince'),
    elsewhere: text('panelElsewhere'),
    made: text('panelMade'),
    notFound: text('panelNotFound'),
    alteredCopy: text('panelAlteredCopy'),
    knownTo: text('panelKnownTo'),
    kinds: mapTexts(quoteMatchKindTexts),
    stances: mapTexts(stanceTexts),
  };
}
