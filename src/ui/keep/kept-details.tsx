import { BookmarkCheck } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { KeptSummary } from '../../contracts/kept-calls.ts';
import { describeFailure } from '../../i18n/describe-failure.ts';
import { formatDay, formatMoment } from '../../i18n/format-date.ts';
import { countedText, formatList, text } from '../../i18n/texts.ts';
import { PackWords } from '../content/content-language.tsx';
import { CorrectionForm } from './correction-form.tsx';
import type { KeepServices, StoryName } from './keep-services.ts';
import { StoryChoice } from './story-choice.tsx';
import type { KeptState } from './use-kept-page.ts';
import { VersionChanges } from './version-changes.tsx';

interface KeptDetailsProps {
  readonly kept: KeptSummary;
  readonly state: KeptState;
  readonly services: KeepServices;
}

/** What was understood of a kept page and which story it is in, with what can be done about it. */
export function KeptDetails({ kept, state, services }: KeptDetailsProps) {
  const { now, isBusy, canUndo, change } = state;
  const [open, setOpen] = useState<'correct' | 'move'>();
  const [problem, setProblem] = useState('');
  const heading = useRef<HTMLParagraphElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const isKeptNow = now !== undefined;
  // The button that was pressed is gone; what it has done begins here.
  useEffect(() => {
    if (isKeptNow) heading.current?.focus({ preventScroll: true });
  }, [isKeptNow]);

  const toggle = (which: 'correct' | 'move') => (event: MouseEvent) => {
    opener.current = event.currentTarget as HTMLButtonElement;
    setOpen(open === which ? undefined : which);
  };
  /** Back to the button that opened the form. */
  const close = () => {
    setOpen(undefined);
    opener.current?.focus();
  };
  const openStory = () => {
    setProblem('');
    void services
      .openLibrary(`#/story/${kept.story.id}`)
      .catch((error: unknown) => setProblem(describeFailure(error)));
  };
  const action = (label: string, run: (event: MouseEvent) => void, which?: 'correct' | 'move') => (
    <button
      type="button"
      class="action"
      aria-disabled={isBusy}
      aria-expanded={which && open === which}
      onClick={(event) => !isBusy && run(event)}
    >
      {label}
    </button>
  );
  return (
    <div class="kept">
      <p class="kept-when" ref={heading} tabIndex={-1}>
        <BookmarkCheck aria-hidden="true" />{' '}
        <strong>
          {isKeptNow ? text('keepDone') : text('keepSince', { date: formatMoment(Date.parse(kept.keptAt)) })}
        </strong>
        {kept.versionCount > 1 && (
          <span class="hint"> · {countedText('keepVersions', kept.versionCount)}</span>
        )}
      </p>
      <KeptFacts kept={kept} />
      <p class="kept-story">
        {now?.outcome.isNewStory === true && now.outcome.kept.story.id === kept.story.id
          ? text('keepNewStory', { story: kept.story.title })
          : countedText('keepInStory', kept.story.articleCount, { story: kept.story.title })}{' '}
        <button type="button" class="text-button" onClick={openStory}>
          {text('keepOpenStory')}
        </button>
      </p>
      {now !== undefined && <VersionChanges now={now} />}
      {now?.isPersisted !== undefined && (
        <p class="hint">{text(now.isPersisted ? 'keepPersisted' : 'keepEvictable')}</p>
      )}
      <p class="kept-actions">
        {action(text('keepCorrect'), toggle('correct'), 'correct')}
        {action(text('keepMove'), toggle('move'), 'move')}
        {!isKeptNow && action(text('keepAgain'), state.keep)}
        {canUndo && action(text('actionUndo'), state.undo)}
      </p>
      {open !== undefined && (
        <ChangeForm
          open={open}
          {...{ kept, services, close }}
          nearest={now?.outcome.otherStories ?? []}
          onChange={(work, said) => {
            close();
            void change(work, said);
          }}
        />
      )}
      {problem !== '' && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

/** What the article says of itself, or the reader of it. */
function KeptFacts({ kept }: { kept: KeptSummary }) {
  return (
    <>
      <p class="kept-title" dir="auto" lang={kept.language || undefined}>
        {kept.title || text('panelUntitled')}
      </p>
      <p class="hint">
        <PackWords>{kept.outlet || text('keepNoOutlet')}</PackWords>
        {' · '}
        {kept.date === '' ? text('panelNoDate') : formatDay(kept.date)}
        {kept.authors.length > 0 && (
          <>
            {' · '}
            <PackWords>{formatList(kept.authors)}</PackWords>
          </>
        )}
        {' · '}
        {countedText('keepWords', kept.wordCount)}
        {' · '}
        {countedText('panelQuotations', kept.quotationCount)}
      </p>
    </>
  );
}

interface ChangeFormProps {
  readonly open: 'correct' | 'move';
  readonly kept: KeptSummary;
  readonly nearest: readonly StoryName[];
  readonly services: KeepServices;
  onChange(work: () => Promise<void>, said: string): void;
  close(): void;
}

function ChangeForm({ open, kept, nearest, services, onChange, close }: ChangeFormProps) {
  if (open === 'correct') {
    return (
      <CorrectionForm
        kept={kept}
        onSave={(changed) =>
          onChange(async () => {
            const corrections = { ...(await services.readCorrections(kept.id)), ...changed };
            await services.correctArticle(kept.id, corrections);
          }, text('keepCorrected'))
        }
        onCancel={close}
      />
    );
  }
  return (
    <StoryChoice
      {...{ kept, nearest, services }}
      onChoose={({ id, title }) =>
        onChange(
          () => services.moveArticle(kept.id, id, id === null ? title : undefined),
          text('keepMoved', { story: title }),
        )
      }
      onCancel={close}
    />
  );
}
