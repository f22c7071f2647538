import { useEffect, useState } from 'preact/hooks';
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
  const [read, setPacks] = useState<readonly ListedPack[]>([]);
  const [problem, setProblem] = useState('');
  const [news, setNews] = useState('');
  const packs = read.map((pack) => (pack.isBuiltIn ? { ...pack, isEnabled: isBuiltInEnabled } : pack));

  useEffect(() => {
    const readList = () =>
      services.list().then(setPacks, (error: unknown) => setProblem(describeProblem(error)));
    services.watch(() => void readList());
    void readList();
  }, [services]);

  /** The list shows what really holds; what could not be done is said beside it. */
  async function run(work: () => Promise<ForeignChange | undefined>): Promise<void> {
    setProblem('');
    setNews('');
    try {
      const done = await work();
      if (done) note({ ...done, undo: () => done.undo().finally(refresh) });
    } catch (error) {
      setProblem(describeProblem(error));
    }
    await refresh();
  }

  async function refresh(): Promise<void> {
    setPacks(await services.list());
  }

  function enable({ id, title, isBuiltIn }: ListedPack, isEnabled: boolean): void {
    if (isBuiltIn) {
      void change({ kind: 'field', field: 'builtInPackEnabled', value: isEnabled });
      return;
    }
    const [off, on] = [text('packsSwitchedOff', { title }), text('packsSwitchedOn', { title })];
    void run(async () => {
      await services.enable(id, isEnabled);
      return {
        done: isEnabled ? on : off,
        undone: isEnabled ? off : on,
        undo: () => services.enable(id, !isEnabled),
      };
    });
  }

  function order(ids: readonly string[]): void {
    const former = packs.filter(({ isBuiltIn }) => !isBuiltIn).map(({ id }) => id);
    void run(async () => {
      await services.order(ids);
      return {
        done: text('packsOrdered'),
        undone: text('packsOrderedBack'),
        undo: () => services.order(former),
      };
    });
  }

  function remove({ id, title }: ListedPack): void {
    void run(async () => {
      const putBack = await services.remove(id);
      return {
        done: text('packsRemoved', { title }),
        undone: text('packsBack', { title }),
        undo: async () => {
          if (!(await putBack())) throw new FailureError({ code: 'packBackTaken', values: { title } });
        },
      };
    });
  }

  return (
    <Section id="packs" title={text('packsTitle')} hint={text('packsHint')}>
      <PackList packs={packs} onEnable={enable} onOrder={order} onRemove={remove} />
      <p class="field-problem" role="alert">
        {problem}
      </p>
      <p class="pack-news" role="status">
        {news}
      </p>
      <ImportPack
        services={services}
        onBegin={() => setNews('')}
        onKept={(title) => {
          void run(async () => undefined);
          setNews(text('packsImported', { title }));
        }}
      />
    </Section>
  );
}

function describeProblem(error: unknown): string {
  return text('packsListFailed', { reason: describeFailure(error) });
}
