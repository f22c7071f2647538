import { FileUp } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ImportStep, PackImport } from '../../../contracts/pack-import.ts';
import { describeFailure } from '../../../i18n/describe-failure.ts';
import { type TextKey, text } from '../../../i18n/texts.ts';
import type { PackPreview } from '../../../knowledge/pack-preview.ts';
import type { PackProblem } from '../../../knowledge/pack-problem.ts';
import { FileButton } from '../../components/file-button.tsx';
import { PackPreviewView } from './pack-preview-view.tsx';
import { PackProblems } from './pack-problems.tsx';
import type { PackServices } from './pack-services.ts';

interface ImportPackProps {
  readonly services: PackServices;
  onBegin(): void;
  onStored(pack: PackPreview, undoImport: () => Promise<boolean>): void;
}

type Stage =
  | { readonly kind: 'choose'; readonly message?: string; readonly isProblem?: boolean }
  | { readonly kind: 'busy'; readonly fileName: string; readonly step: ImportStep }
  | { readonly kind: 'preview'; readonly preview: PackPreview }
  | { readonly kind: 'refused'; readonly fileName: string; readonly problems: readonly PackProblem[] };

/** From a file to a pack: choose, read, review, confirm, store. Nothing is changed before the last step. */
export function ImportPack(props: ImportPackProps) {
  // The focus stays in this element while one step replaces another.
  return (
    <div class="import-pack" tabIndex={-1}>
      <ImportSteps {...props} />
    </div>
  );
}

function ImportSteps(props: ImportPackProps) {
  const { stage, read, store, cancel } = useImport(props);
  if (stage.kind === 'busy') {
    return <Progress {...stage} onCancel={cancel} />;
  }
  if (stage.kind === 'preview') {
    const { preview } = stage;
    return <PackPreviewView preview={preview} onImport={() => store(preview)} onCancel={cancel} />;
  }
  return (
    <>
      {stage.kind === 'refused' && <PackProblems fileName={stage.fileName} problems={stage.problems} />}
      <ChooseFile onFiles={read} />
      {stage.kind === 'choose' && (
        <p
          class={stage.isProblem ? 'field-problem' : 'pack-news'}
          role={stage.isProblem ? 'alert' : 'status'}
        >
          {stage.message}
        </p>
      )}
    </>
  );
}

/** The state of an import, and the actions that advance it. */
function useImport({ services, onBegin, onStored }: ImportPackProps) {
  const [stage, setStage] = useState<Stage>({ kind: 'choose' });
  const running = useRef<PackImport<File>>();
  useEffect(() => () => running.current?.stop(), []);

  function stop(): void {
    running.current?.stop();
    running.current = undefined;
  }

  /** Shows the result, unless the operation was stopped or another one was started meanwhile. */
  async function run(
    fileName: string,
    first: ImportStep,
    work: (started: PackImport<File>, onStep: OnStep) => Promise<Stage>,
  ) {
    running.current ??= services.startImport();
    const started = running.current;
    const isCurrent = () => running.current === started;
    setStage({ kind: 'busy', fileName, step: first });
    const onStep: OnStep = (step) => isCurrent() && setStage({ kind: 'busy', fileName, step });
    const next = await work(started, onStep).catch(describeError);
    if (!isCurrent()) return;
    if (next.kind !== 'preview') stop();
    setStage(next);
  }

  function read(files: FileList | undefined): void {
    stop();
    onBegin();
    const [file, ...others] = files ?? [];
    if (file === undefined) return;
    if (others.length > 0) {
      setStage({ kind: 'choose', message: text('packsOneFile'), isProblem: true });
      return;
    }
    void run(file.name, 'open', async (started, onStep) => {
      const outcome = await started.read(file, onStep);
      if ('preview' in outcome) return { kind: 'preview', preview: outcome.preview };
      return { kind: 'refused', fileName: file.name, problems: outcome.problems };
    });
  }

  function store(preview: PackPreview): void {
    void run(preview.title, 'compile', async (started, onStep) => {
      onStored(preview, await started.store(onStep));
      return { kind: 'choose' };
    });
  }

  function cancel(): void {
    stop();
    setStage({ kind: 'choose', message: text('packsCancelled') });
  }

  return { stage, read, store, cancel };
}

type OnStep = (step: ImportStep) => void;

function describeError(error: unknown): Stage {
  const message = text('packsFailed', { reason: describeFailure(error) });
  return { kind: 'choose', message, isProblem: true };
}

function ChooseFile({ onFiles }: { onFiles(files: FileList | undefined): void }) {
  const [isOver, setIsOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only accepts drops; keyboard users have the button in it
    <div
      class={isOver ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        onFiles(event.dataTransfer?.files);
      }}
    >
      <FileUp aria-hidden="true" />
      <FileButton label={text('packsChoose')} onFiles={onFiles} />
      <span class="hint">{text('packsDrop')}</span>
    </div>
  );
}

const stepTexts = {
  open: 'packsStepOpen',
  check: 'packsStepCheck',
  compare: 'packsStepCompare',
  compile: 'packsStepCompile',
  store: 'packsStepKeep',
} as const satisfies Record<ImportStep, TextKey>;

/** Where each step begins, in per cent, in proportion to the time that a large pack takes. */
const stepPlaces = { open: 2, check: 10, compare: 45, compile: 55, store: 85 } as const satisfies Record<
  ImportStep,
  number
>;

function Progress({
  fileName,
  step,
  onCancel,
}: {
  readonly fileName: string;
  readonly step: ImportStep;
  onCancel(): void;
}) {
  const label = text(stepTexts[step]);
  return (
    <div class="progress">
      <p role="status">
        <span class="pack-title">{fileName}</span> {label}
      </p>
      <progress max={100} value={stepPlaces[step]} aria-label={label} />
      <button type="button" onClick={onCancel}>
        {text('packsCancel')}
      </button>
    </div>
  );
}
