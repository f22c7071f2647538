import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { describeFailure } from '../../../i18n/describe-failure.ts';
import { formatMoment } from '../../../i18n/format-date.ts';
import { localDay } from '../../../i18n/local-day.ts';
import { text } from '../../../i18n/texts.ts';
import type { ExportedState, ExportReading, KeptState } from '../../../settings/export/export-file.ts';
import type { FileProblem } from '../../../settings/export/export-problem.ts';
import { NotReadBackError } from '../../../settings/export/not-read-back.ts';
import type { Settings } from '../../../settings/settings.ts';
import { differencesFromDefaults } from '../../../settings/stored/settings-items.ts';
import { downloadFile } from '../../components/download-file.ts';
import { describeState, type StateBefore } from './describe-state.ts';
import { ImportFile } from './import-file.tsx';
import { ProblemLines } from './problem-lines.tsx';
import { ResetQuestion } from './reset-question.tsx';

/** What the section needs from outside `ui`, passed in by the entry point. */
export interface KeepServices {
  /** What the reader has. */
  readState(): Promise<KeptState>;
  /** The same with all that the packs hold, as a file that was read again, and what is in it. */
  writeFile(): Promise<{ readonly file: Blob; readonly state: ExportedState }>;
  /** Reads such a file; nothing is changed. */
  readFile(file: File): Promise<ExportReading>;
  /**
   * Takes a state over: its settings in place of today's, its packs beside those that are there.
   * @returns what could not be taken over. Rejects where nothing was.
   */
  importState(state: ExportedState): Promise<readonly FileProblem[]>;
  reset(removesPacks: boolean): Promise<void>;
  /** What was there before the last reset or import. */
  readBefore(): Promise<StateBefore | undefined>;
  /** Brings that back. @returns what could not be brought back. */
  bringBack(): Promise<readonly FileProblem[]>;
}

interface Told {
  readonly message: string;
  readonly isError?: boolean;
  readonly problems?: readonly FileProblem[];
}

interface KeepSectionProps {
  readonly services: KeepServices;
  readonly settings: Settings;
  /** Tells that packs were changed, from wherever it was done. */
  watchPacks(onChange: () => void): void;
}

/** Saving everything as a file, taking a file over, setting everything back, and the way back from both. */
export function KeepSection({ services, settings, watchPacks }: KeepSectionProps) {
  const { kept, before, told, run } = useKeptState(services, watchPacks);
  // What is chosen on this page counts at once.
  const state = kept && { ...kept, settings: differencesFromDefaults(settings) };
  const [isAsking, setIsAsking] = useState(false);

  const save = () =>
    run(async () => {
      const { file, state: saved } = await services.writeFile();
      downloadFile(`sidelight-${localDay(new Date())}.json`, file);
      return { message: text('keepSaved', { what: describeState(saved) }) };
    });
  const takeOver = (wanted: ExportedState) =>
    run(async () => ({ message: text('keepImported'), problems: await services.importState(wanted) }));
  const setBack = (removesPacks: boolean) =>
    run(async () => {
      setIsAsking(false);
      await services.reset(removesPacks);
      return { message: text('keepReset') };
    });
  const bringBack = () =>
    run(async () => {
      const problems = await services.bringBack();
      if (problems.length === 0) return { message: text('keepBroughtBack') };
      return { message: text('keepPartlyBack'), isError: true, problems };
    });

  return (
    <div class="keep">
      {state !== undefined && state.damaged.length > 0 && <Damaged items={state.damaged} />}
      <h3>{text('keepExport')}</h3>
      <p class="hint">{text('keepExportHint')}</p>
      <button type="button" onClick={() => void save()}>
        {text('keepExportButton')}
      </button>
      <h3>{text('keepImport')}</h3>
      <ImportFile readFile={services.readFile} onAgree={(wanted) => void takeOver(wanted)} />
      <div class="reset" tabIndex={-1}>
        <h3>{text('optionsReset')}</h3>
        <p class="hint">{text('keepResetHint')}</p>
        {isAsking && state !== undefined ? (
          <ResetQuestion
            state={state}
            onAgree={(removesPacks) => void setBack(removesPacks)}
            onCancel={() => setIsAsking(false)}
          />
        ) : (
          <button type="button" disabled={state === undefined} onClick={() => setIsAsking(true)}>
            {text('keepResetButton')}
          </button>
        )}
      </div>
      <Outcome told={told} before={before} onBringBack={() => void bringBack()} />
    </div>
  );
}

/** What the reader has, and what the latest work came to. */
function useKeptState(services: KeepServices, watchPacks: KeepSectionProps['watchPacks']) {
  const isBusy = useRef(false);
  const [kept, setKept] = useState<KeptState>();
  const [before, setBefore] = useState<StateBefore>();
  const [told, setTold] = useState<Told>({ message: '' });

  const refresh = useCallback(async () => {
    const [now, former] = await Promise.all([services.readState(), services.readBefore()]);
    setKept(now);
    setBefore(former);
  }, [services]);
  useEffect(() => {
    watchPacks(() => void refresh().catch(() => undefined));
    refresh().catch((error) => setTold(refuse(error)));
  }, [refresh, watchPacks]);

  async function run(work: () => Promise<Told>): Promise<void> {
    // Of a second click nothing is to be done twice.
    if (isBusy.current) return;
    isBusy.current = true;
    setTold({ message: text('keepBusy') });
    setTold(await work().catch(refuse));
    isBusy.current = false;
    await refresh().catch(() => undefined);
  }

  return { kept, before, told, run };
}

interface OutcomeProps {
  readonly told: Told;
  readonly before: StateBefore | undefined;
  onBringBack(): void;
}

/** What was done, and the way back to what was there before. */
function Outcome({ told, before, onBringBack }: OutcomeProps) {
  return (
    <div class="keep-outcome" tabIndex={-1}>
      <p class={told.isError ? 'field-problem' : 'keep-news'} role={told.isError ? 'alert' : 'status'}>
        {told.message}
      </p>
      {told.problems !== undefined && <ProblemLines problems={told.problems} />}
      {before !== undefined && (
        <p class="keep-before">
          <span>
            {text(before.why === 'reset' ? 'keepBeforeReset' : 'keepBeforeImport', {
              time: formatMoment(before.atMs),
            })}
          </span>{' '}
          <button type="button" onClick={onBringBack}>
            {text('keepBringBack')}
          </button>
        </p>
      )}
    </div>
  );
}

function refuse(error: unknown): Told {
  const problems = error instanceof NotReadBackError ? error.problems : [];
  return { message: text('keepFailed', { reason: describeFailure(error) }), isError: true, problems };
}

function Damaged({ items }: { readonly items: KeptState['damaged'] }) {
  return (
    <details class="keep-damaged">
      <summary>{text('keepDamaged')}</summary>
      <ul>
        {items.map(({ key, value }) => (
          <li key={`${key} ${JSON.stringify(value)}`}>
            <code>{key}</code>: <code>{(JSON.stringify(value) ?? '').slice(0, 200)}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
