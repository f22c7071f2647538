import { useId, useRef, useState } from 'preact/hooks';
import { text } from '../../../i18n/texts.ts';
import type { ExportedState, ExportReading } from '../../../settings/export/export-file.ts';
import { FileButton } from '../../components/file-button.tsx';
import { useFirstFocus } from '../../components/use-first-focus.ts';
import { describeState } from './describe-state.ts';
import { ProblemLines } from './problem-lines.tsx';

interface Chosen extends ExportReading {
  /** Each choice is read again, even of the same file. */
  readonly number: number;
  readonly fileName: string;
}

interface ImportFileProps {
  readFile(file: File): Promise<ExportReading>;
  onAgree(state: ExportedState): void;
}

/** From a file to the reader's consent; nothing is changed before that. */
export function ImportFile({ readFile, onAgree }: ImportFileProps) {
  const [chosen, setChosen] = useState<Chosen>();
  const [isReading, setIsReading] = useState(false);
  const id = useId();
  async function read(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    setIsReading(true);
    const reading = await readFile(file).catch((): ExportReading => unreadable(file.name));
    setIsReading(false);
    setChosen((last) => ({ number: (last?.number ?? 0) + 1, fileName: file.name, ...reading }));
  }
  return (
    <div class="import-file" tabIndex={-1}>
      <p class="hint" id={`${id}-hint`}>
        {text('backupImportHint')}
      </p>
      <FileButton
        label={text('backupImportFile')}
        describedBy={`${id}-hint`}
        onFiles={([file]) => void read(file)}
      />
      <p class="hint" role="status">
        {isReading && text('backupBusy')}
      </p>
      {chosen !== undefined && (
        <Preview
          key={chosen.number}
          chosen={chosen}
          onAgree={(state) => {
            setChosen(undefined);
            onAgree(state);
          }}
          onCancel={() => setChosen(undefined)}
        />
      )}
    </div>
  );
}

/** A file that cannot be read, such as a dropped folder, or a file that was deleted meanwhile. */
function unreadable(file: string): ExportReading {
  return { problems: [{ file, path: '', code: 'unreadable', values: {} }] };
}

interface PreviewProps {
  readonly chosen: Chosen;
  onAgree(state: ExportedState): void;
  onCancel(): void;
}

function Preview({ chosen: { fileName, state, problems }, onAgree, onCancel }: PreviewProps) {
  const place = useRef<HTMLFieldSetElement>(null);
  useFirstFocus(() => place.current);
  return (
    <fieldset class="question" ref={place} tabIndex={-1} aria-label={fileName}>
      {state === undefined ? (
        <p role="alert">{text('backupImportRefused', { file: fileName })}</p>
      ) : (
        <p>{text('backupImportQuestion', { file: fileName, what: describeState(state) })}</p>
      )}
      <ProblemLines problems={problems} />
      <p class="row">
        {state !== undefined && (
          <button type="button" onClick={() => onAgree(state)}>
            {text('backupImportAgree')}
          </button>
        )}
        <button type="button" onClick={onCancel}>
          {text(state === undefined ? 'backupClose' : 'backupCancel')}
        </button>
      </p>
    </fieldset>
  );
}
