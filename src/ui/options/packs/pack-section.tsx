import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ListedPack } from '../../../contracts/pack-import.ts';
import { describeFailure } from '../../../i18n/describe-failure.ts';
import { text } from '../../../i18n/texts.ts';
import { FailureError } from '../../../settings/failure.ts';
import type { Settings } from '../../../settings/settings.ts';
import { Section } from '../../components/form-controls.tsx';
import type { Change } from '../undo/change.ts';
import type { ExternalChange, FinalChange } from '../undo/undoable-settings.ts';
import { describeImport } from './describe-import.ts';
import { ImportPack } from './import-pack.tsx';
import { PackList } from './pack-list.tsx';
import type { PackServices, PackStorage } from './pack-services.ts';
import { PackStorageNotice } from './pack-storage-notice.tsx';

interface PackSectionProps {
  readonly services: PackServices;
  readonly settings: Settings;
  readonly change: Change;
  /** Reports a change that was made here, and how to undo it. */
  note(change: ExternalChange | FinalChange): void;
}

/** The packs, their order, and the import of another. */
export function PackSection({ services, settings, change, note }: PackSectionProps) {
  const { read, storage, problem, setProblem, run } = usePackList(services, note);
  // An import takes a while. Its result depends on the settings at its end.
  const latest = useRef(settings);
  latest.current = settings;
  const isBuiltInEnabled = settings.builtInPackEnabled;
  const packs = read.map((pack) => (pack.isBuiltIn ? { ...pack, isEnabled: isBuiltInEnabled } : pack));

  function enable(pack: ListedPack, isEnabled: boolean): void {
    if (pack.isBuiltIn) {
      void change({ kind: 'field', field: 'builtInPackEnabled', value: isEnabled });
      return;
    }
    void run(() => switchPack(services, pack, isEnabled));
  }

  function order(ids: readonly string[]): void {
    const former = packs.filter(({ isBuiltIn }) => !isBuiltIn).map(({ id }) => id);
    void run(() => orderPacks(services, ids, former));
  }

  return (
    <Section id="packs" title={text('packsTitle')} hint={text('packsHint')}>
      <PackList
        packs={packs}
        choices={settings}
        onEnable={enable}
        onOrder={order}
        onRemove={(pack, forgetsChoices) => void run(() => removePack(services, pack, forgetsChoices))}
      />
      {storage !== undefined && (
        <PackStorageNotice
          storage={storage}
          hasImported={packs.some(({ isBuiltIn }) => !isBuiltIn)}
          onForget={(ids) =>
            void run(async () => {
              await services.forgetGone(ids);
              return undefined;
            })
          }
        />
      )}
      <p class="field-problem" role="alert">
        {problem}
      </p>
      <ImportPack
        services={services}
        onBegin={() => setProblem('')}
        onStored={({ id, title }, undoImport) =>
          void run(async () => {
            // The import has succeeded, even if the list cannot be read.
            const list = await services.list().catch(() => []);
            const imported = list.find((pack) => pack.id === id);
            return noteImport(title, describeImport(title, imported, latest.current), undoImport);
          })
        }
      />
    </Section>
  );
}

/** The stored packs, and the actions that change them. */
function usePackList(services: PackServices, note: PackSectionProps['note']) {
  const [read, setPacks] = useState<readonly ListedPack[]>([]);
  const [storage, setStorage] = useState<PackStorage>();
  const [problem, setProblem] = useState('');

  /** Never rejects: a change has succeeded even if the list cannot be read afterwards. */
  const refresh = useCallback(async () => {
    try {
      setPacks(await services.list());
      setStorage(await services.readStorage());
    } catch (error) {
      // The first problem is the one that helps.
      setProblem((before) => before || describeProblem(error));
    }
  }, [services]);
  useEffect(() => {
    services.watch(() => void refresh());
    void refresh();
  }, [services, refresh]);

  /** The list shows what is stored; a failure is reported beside it. */
  async function run(work: () => Promise<ExternalChange | FinalChange | undefined>): Promise<void> {
    setProblem('');
    try {
      const done = await work();
      if (done && 'undo' in done) {
        const undo = () => {
          setProblem('');
          return done.undo().finally(refresh);
        };
        note({ ...done, undo });
      } else if (done) note(done);
    } catch (error) {
      setProblem(describeProblem(error));
    }
    await refresh();
  }

  return { read, storage, problem, setProblem, run };
}

async function switchPack(
  services: PackServices,
  { id, title }: ListedPack,
  isEnabled: boolean,
): Promise<ExternalChange> {
  await services.enable(id, isEnabled);
  const [off, on] = [text('packsSwitchedOff', { title }), text('packsSwitchedOn', { title })];
  return {
    done: isEnabled ? on : off,
    undone: isEnabled ? off : on,
    undo: () => services.enable(id, !isEnabled),
  };
}

/** @param former the previous order of the packs */
async function orderPacks(
  services: PackServices,
  ids: readonly string[],
  former: readonly string[],
): Promise<ExternalChange> {
  await services.order(ids);
  return {
    done: text('packsOrdered'),
    undone: text('packsOrderedBack'),
    undo: () => services.order(former),
  };
}

function noteImport(title: string, done: string, undoImport: () => Promise<boolean>): ExternalChange {
  return {
    done,
    undone: text('packsImportTakenBack', { title }),
    undo: async () => {
      if (!(await undoImport())) throw new FailureError({ code: 'importStays', values: { title } });
    },
  };
}

async function removePack(
  services: PackServices,
  { id, title }: ListedPack,
  forgetsChoices: boolean,
): Promise<ExternalChange | FinalChange> {
  const putBack = await services.remove(id, forgetsChoices);
  if (putBack === undefined) return { done: text('packsRemovedForGood', { title }) };
  return {
    done: text('packsRemoved', { title }),
    undone: text('packsBack', { title }),
    undo: async () => {
      if (!(await putBack())) throw new FailureError({ code: 'packBackTaken', values: { title } });
    },
  };
}

function describeProblem(error: unknown): string {
  return text('packsListFailed', { reason: describeFailure(error) });
}
