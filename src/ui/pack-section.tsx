import { useCallback, useEffect, useState } from 'preact/hooks';
import { FailureError } from '../settings/failure.ts';
import { describeFailure } from './describe-failure.ts';
import { Section } from './form-controls.tsx';
import { ImportPack } from './import-pack.tsx';
import type { Change } from './options-view.tsx';
import { PackList } from './pack-list.tsx';
import type { ListedPack, PackServices } from './pack-services.ts';
import type { ForeignChange } from './settings-keeper.ts';
import { text } from './texts.ts';

interface PackSectionProps {
  readonly services: PackServices;
  readonly isBuiltInEnabled: boolean;
  readonly change: Change;
  /** Says what was changed here, and how it is taken back. */
  note(change: ForeignChange): void;
}

/** Which packs there are, in which order they are asked, and the way in for another. */
export function PackSection({ services, isBuiltInEnabled, change, note }: PackSectionProps) {
  const { read, problem, setProblem, run } = usePackList(services, note);
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
        onEnable={enable}
        onOrder={order}
        onRemove={(pack) => void run(() => removePack(services, pack))}
      />
      <p class="field-problem" role="alert">
        {problem}
      </p>
      <ImportPack
        services={services}
        onBegin={() => setProblem('')}
        onKept={(title, takeBack) => void run(async () => describeImport(title, takeBack))}
      />
    </Section>
  );
}

/** The packs as they are kept, and what changes them. */
function usePackList(services: PackServices, note: PackSectionProps['note']) {
  const [read, setPacks] = useState<readonly ListedPack[]>([]);
  const [problem, setProblem] = useState('');

  /** Never rejects: what was done is done, even where the list cannot be read afterwards. */
  const refresh = useCallback(async () => {
    try {
      setPacks(await services.list());
    } catch (error) {
      // What went wrong first is the reason that helps.
      setProblem((before) => before || describeProblem(error));
    }
  }, [services]);
  useEffect(() => {
    services.watch(() => void refresh());
    void refresh();
  }, [services, refresh]);

  /** The list shows what really holds; what could not be done is said beside it. */
  async function run(work: () => Promise<ForeignChange>): Promise<void> {
    setProblem('');
    try {
      const done = await work();
      const undo = () => {
        setProblem('');
        return done.undo().finally(refresh);
      };
      note({ ...done, undo });
    } catch (error) {
      setProblem(describeProblem(error));
    }
    await refresh();
  }

  return { read, problem, setProblem, run };
}

async function switchPack(
  services: PackServices,
  { id, title }: ListedPack,
  isEnabled: boolean,
): Promise<ForeignChange> {
  await services.enable(id, isEnabled);
  const [off, on] = [text('packsSwitchedOff', { title }), text('packsSwitchedOn', { title })];
  return {
    done: isEnabled ? on : off,
    undone: isEnabled ? off : on,
    undo: () => services.enable(id, !isEnabled),
  };
}

/** @param former the packs' order until now. */
async function orderPacks(
  services: PackServices,
  ids: readonly string[],
  former: readonly string[],
): Promise<ForeignChange> {
  await services.order(ids);
  return {
    done: text('packsOrdered'),
    undone: text('packsOrderedBack'),
    undo: () => services.order(former),
  };
}

function describeImport(title: string, takeBack: () => Promise<boolean>): ForeignChange {
  return {
    done: text('packsImported', { title }),
    undone: text('packsImportTakenBack', { title }),
    undo: async () => {
      if (!(await takeBack())) throw new FailureError({ code: 'importStays', values: { title } });
    },
  };
}

async function removePack(services: PackServices, { id, title }: ListedPack): Promise<ForeignChange> {
  const putBack = await services.remove(id);
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
