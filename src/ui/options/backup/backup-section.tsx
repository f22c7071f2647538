import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { RestorePoint } from '../../../contracts/restore-point.ts';
import { describeFailure } from '../../../i18n/describe-failure.ts';
import { formatMoment } from '../../../i18n/format-date.ts';
import { localDay } from '../../../i18n/local-day.ts';
import { text } from '../../../i18n/texts.ts';
import { BackupVerificationError } from '../../../settings/export/backup-verification-error.ts';
import type { BackupSummary, ExportedState, ExportReading } from '../../../settings/export/export-file.ts';
import type { FileProblem } from '../../../settings/export/export-problem.ts';
import type { Settings } from '../../../settings/settings.ts';
import { differencesFromDefaults } from '../../../settings/stored/settings-items.ts';
import { downloadFile } from '../../components/download-file.ts';
import { describeState } from './describe-state.ts';
import { ImportFile } from './import-file.tsx';
import { ProblemLines } from './problem-lines.tsx';
import { ResetQuestion } from './reset-question.tsx';

/** What the section needs from outside `ui`; the entry point passes it in. */
export interface BackupServices {
  /** The reader's current settings, and how many packs and kept articles there are. */
  readState(): Promise<BackupSummary>;
  /** The same with their content, as a file that was read back for checking, with a summary. */
  writeFile(): Promise<{ readonly file: Blob; readonly state: ExportedState }>;
  /** Reads such a file without changing anything. */
  readFile(file: File): Promise<ExportReading>;
  /**
   * Imports a state: replaces the settings, adds the packs and what was kept.
   * @returns what could not be imported. Rejects if nothing was imported.
   */
  importState(state: ExportedState): Promise<readonly FileProblem[]>;
  reset(removes: { readonly packs: boolean; readonly kept: boolean }): Promise<void>;
  /** The state before the last reset or import. */
  readRestorePoint(): Promise<RestorePoint | undefined>;
  /** Restores that state. @returns what could not be restored. */
  restorePrevious(): Promise<readonly FileProblem[]>;
}

interface BackupMessage {
  readonly message: string;
  readonly isError?: boolean;
  readonly problems?: readonly FileProblem[];
}

interface BackupSectionProps {
  readonly services: BackupServices;
  readonly settings: Settings;
  /** Calls back after each change of packs or of what is kept, wherever it was made. */
  watch(onChange: () => void): void;
}

/** Exporting everything to a file, importing a file, resetting everything, and undoing an import or reset. */
export function BackupSection({ services, settings, watch }: BackupSectionProps) {
  const { summary, before, message, run } = useBackup(services, watch);
  // Changes made on this page count at once.
  const state = summary && { ...summary, settings: differencesFromDefaults(settings) };
  const [isAsking, setIsAsking] = useState(false);

  const save = () =>
    run(async () => {
      const { file, state: saved } = await services.writeFile();
      downloadFile(`sidelight-${localDay(new Date())}.json`, file);
      return { message: text('backupSaved', { what: describeState(saved) }) };
    });
  const importState = (wanted: ExportedState) =>
    run(async () => ({ message: text('backupImported'), problems: await services.importState(wanted) }));
  const setBack = (removes: Parameters<BackupServices['reset']>[0]) =>
    run(async () => {
      setIsAsking(false);
      await services.reset(removes);
      return { message: text('backupReset') };
    });
  const restorePrevious = () =>
    run(async () => {
      const problems = await services.restorePrevious();
      if (problems.length === 0) return { message: text('backupBroughtBack') };
      return { message: text('backupPartlyBack'), isError: true, problems };
    });

  return (
    <div class="backup">
      {state !== undefined && state.damaged.length > 0 && <InvalidItems items={state.damaged} />}
      <h3>{text('backupExport')}</h3>
      <p class="hint">{text('backupExportHint')}</p>
      <button type="button" onClick={() => void save()}>
        {text('backupExportButton')}
      </button>
      <h3>{text('backupImport')}</h3>
      <ImportFile readFile={services.readFile} onAgree={(wanted) => void importState(wanted)} />
      <div class="reset" tabIndex={-1}>
        <h3>{text('optionsReset')}</h3>
        <p class="hint">{text('backupResetHint')}</p>
        {isAsking && state !== undefined ? (
          <ResetQuestion
            state={state}
            onAgree={(removes) => void setBack(removes)}
            onCancel={() => setIsAsking(false)}
          />
        ) : (
          <button type="button" disabled={state === undefined} onClick={() => setIsAsking(true)}>
            {text('backupResetButton')}
          </button>
        )}
      </div>
      <BackupStatus message={message} before={before} onRestorePrevious={() => void restorePrevious()} />
    </div>
  );
}

/** The reader's state, and the result of the last operation. */
function useBackup(services: BackupServices, watch: BackupSectionProps['watch']) {
  const isBusy = useRef(false);
  const [summary, setState] = useState<BackupSummary>();
  const [before, setBefore] = useState<RestorePoint>();
  const [message, setMessage] = useState<BackupMessage>({ message: '' });

  const refresh = useCallback(async () => {
    const [now, former] = await Promise.all([services.readState(), services.readRestorePoint()]);
    setState(now);
    setBefore(former);
  }, [services]);
  useEffect(() => {
    watch(() => void refresh().catch(() => undefined));
    refresh().catch((error) => setMessage(describeError(error)));
  }, [refresh, watch]);

  async function run(work: () => Promise<BackupMessage>): Promise<void> {
    // A double click must not run the operation twice.
    if (isBusy.current) return;
    isBusy.current = true;
    setMessage({ message: text('backupBusy') });
    setMessage(await work().catch(describeError));
    isBusy.current = false;
    await refresh().catch(() => undefined);
  }

  return { summary, before, message, run };
}

interface BackupStatusProps {
  readonly message: BackupMessage;
  readonly before: RestorePoint | undefined;
  onRestorePrevious(): void;
}

/** What was done, and the button that restores the previous state. */
function BackupStatus({ message, before, onRestorePrevious }: BackupStatusProps) {
  return (
    <div class="backup-outcome" tabIndex={-1}>
      <p
        class={message.isError ? 'field-problem' : 'backup-news'}
        role={message.isError ? 'alert' : 'status'}
      >
        {message.message}
      </p>
      {message.problems !== undefined && <ProblemLines problems={message.problems} />}
      {before !== undefined && (
        <p class="restore-point">
          <span>
            {text(before.why === 'reset' ? 'backupBeforeReset' : 'backupBeforeImport', {
              time: formatMoment(before.atMs),
            })}
          </span>{' '}
          <button type="button" onClick={onRestorePrevious}>
            {text('backupBringBack')}
          </button>
        </p>
      )}
    </div>
  );
}

function describeError(error: unknown): BackupMessage {
  const problems = error instanceof BackupVerificationError ? error.problems : [];
  return { message: text('backupFailed', { reason: describeFailure(error) }), isError: true, problems };
}

function InvalidItems({ items }: { readonly items: BackupSummary['damaged'] }) {
  return (
    <details class="invalid-items">
      <summary>{text('backupDamaged')}</summary>
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
