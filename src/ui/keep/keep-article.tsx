import { BookmarkPlus } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { KeepObstacle } from '../../contracts/kept-calls.ts';
import { type TextKey, text } from '../../i18n/texts.ts';
import type { KeepServices } from './keep-services.ts';
import { KeepWindow } from './keep-window.tsx';
import { KeptDetails } from './kept-details.tsx';
import { useKeptPage } from './use-kept-page.ts';

interface KeepArticleProps {
  readonly tabId: number;
  readonly services: KeepServices;
  /** Nothing is kept at all: says what keeping does. */
  readonly isNothingKept: boolean;
}

const obstacleTexts: Readonly<Record<KeepObstacle, TextKey>> = {
  'no-access': 'keepNoAccess',
  'no-article': 'keepNoArticle',
  private: 'keepPrivate',
};

/**
 * Keeps the page in front with one click, and shows what was understood, where it is, and how to change both. Give it a
 * key for each page: what was done on one is never shown on another.
 */
export function KeepArticle({ tabId, services, isNothingKept }: KeepArticleProps) {
  const state = useKeptPage(tabId, services);
  const { page, isBusy, problem, said, keep } = state;
  const [windowSaid, setWindowSaid] = useState('');
  const isKept = page !== undefined && page.kept !== null;
  return (
    <section class="keep" aria-label={text('keepTitle')} tabIndex={-1}>
      {page !== undefined && page.obstacle !== null && (
        <p class="hint">{text(obstacleTexts[page.obstacle])}</p>
      )}
      {page?.obstacle === null && !isKept && (
        <>
          <button type="button" class="keep-button" aria-disabled={isBusy} onClick={keep}>
            <BookmarkPlus aria-hidden="true" /> {text(isBusy ? 'keepBusy' : 'keepArticle')}
          </button>
          {isNothingKept && <p class="hint">{text('keepHint')}</p>}
        </>
      )}
      {page?.kept && <KeptDetails key={page.kept.id} kept={page.kept} state={state} services={services} />}
      {problem !== '' && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <p class={isKept && said === text('keepDone') ? 'hidden-visually' : 'keep-said hint'} role="status">
        {said || windowSaid}
      </p>
      {page !== undefined && page.obstacle !== 'private' && (
        <KeepWindow tabId={tabId} services={services} announce={setWindowSaid} />
      )}
    </section>
  );
}
