import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { describeFailure } from '../../../i18n/describe-failure.ts';
import { countedText, formatList, formatNumber, text } from '../../../i18n/texts.ts';
import { Section } from '../../components/form-controls.tsx';
import { useFirstFocus } from '../../components/use-first-focus.ts';
import { libraryPage, writeAddress } from '../../content/library-address.ts';

/** How much is kept. */
export interface KeptUsage {
  readonly articles: number;
  readonly stories: number;
  /** Bytes of everything that Sidelight stores, as the browser estimates them; undefined if it does not say. */
  readonly storedBytes: number | undefined;
  /** Whether the browser has promised to keep it even if the disk is full. */
  readonly isPersisted: boolean;
}

/** What the section needs from outside `ui`; the entry point passes it in. */
export interface KeptSectionServices {
  read(): Promise<KeptUsage>;
  /** Calls back whenever something is kept, changed or removed, wherever that was. */
  watch(onChange: () => void): void;
  /** Deletes all that is kept, and what the browser has of it for undoing something. It cannot be undone. */
  deleteAll(): Promise<void>;
}

interface KeptSectionProps {
  readonly services: KeptSectionServices;
  /** Reports a change that cannot be undone. */
  note(change: { readonly done: string }): void;
}

/** What is kept: how much, where it can be seen, and how all of it is deleted. */
export function KeptSection({ services, note }: KeptSectionProps) {
  const [usage, setUsage] = useState<KeptUsage>();
  const [problem, setProblem] = useState('');
  const [isAsking, setIsAsking] = useState(false);
  const refresh = useCallback(
    () =>
      services.read().then(setUsage, (error) => {
        setProblem(text('keptSectionFailed', { reason: describeFailure(error) }));
      }),
    [services],
  );
  useEffect(() => {
    services.watch(() => void refresh());
    void refresh();
  }, [services, refresh]);

  async function deleteAll(): Promise<void> {
    setIsAsking(false);
    setProblem('');
    try {
      await services.deleteAll();
      note({ done: text('keptSectionDeleted') });
    } catch (error) {
      setProblem(text('keptSectionFailed', { reason: describeFailure(error) }));
    }
    await refresh();
  }

  const isAny = usage !== undefined && usage.articles > 0;
  return (
    <Section id="kept" title={text('keptSection')} hint={text('keptSectionHint')}>
      <div class="kept-usage" tabIndex={-1}>
        {usage !== undefined && <p>{describeUsage(usage)}</p>}
        {isAny && (
          <p class="hint">{text(usage.isPersisted ? 'keptSectionPersisted' : 'keptSectionEvictable')}</p>
        )}
        <p>
          <a href={`${libraryPage}${writeAddress({ kind: 'stories' })}`}>{text('keptSectionOpen')}</a>
        </p>
        {isAny && !isAsking && (
          <button type="button" onClick={() => setIsAsking(true)}>
            {text('keptSectionDelete')}
          </button>
        )}
        {isAny && isAsking && (
          <DeleteQuestion
            what={describeCounts(usage)}
            onAgree={() => void deleteAll()}
            onCancel={() => setIsAsking(false)}
          />
        )}
        <p class="field-problem" role="alert">
          {problem}
        </p>
      </div>
    </Section>
  );
}

interface DeleteQuestionProps {
  readonly what: string;
  onAgree(): void;
  onCancel(): void;
}

function DeleteQuestion({ what, onAgree, onCancel }: DeleteQuestionProps) {
  const place = useRef<HTMLFieldSetElement>(null);
  useFirstFocus(() => place.current);
  return (
    <fieldset class="question" ref={place} tabIndex={-1} aria-label={text('keptSectionDelete')}>
      <p>{text('keptSectionQuestion', { what })}</p>
      <p class="row">
        <button type="button" onClick={onAgree}>
          {text('keptSectionAgree')}
        </button>
        <button type="button" onClick={onCancel}>
          {text('backupCancel')}
        </button>
      </p>
    </fieldset>
  );
}

const bytesPerMegabyte = 1_000_000;

function describeUsage(usage: KeptUsage): string {
  if (usage.articles === 0) return text('keptSectionNone');
  const what = describeCounts(usage);
  if (usage.storedBytes === undefined) return text('keptSectionCount', { what });
  const megabytes = usage.storedBytes / bytesPerMegabyte;
  const size = formatNumber(megabytes < 10 ? Math.ceil(megabytes * 10) / 10 : Math.round(megabytes));
  return text('keptSectionSize', { what, size });
}

function describeCounts({ articles, stories }: KeptUsage): string {
  return formatList([countedText('backupCountKept', articles), countedText('backupCountStories', stories)]);
}
