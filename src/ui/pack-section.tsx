import { useEffect, useState } from 'preact/hooks';
import { Section } from './form-controls.tsx';
import { ImportPack } from './import-pack.tsx';
import { PackList } from './pack-list.tsx';
import type { ListedPack, PackServices } from './pack-services.ts';
import { text } from './texts.ts';

/** Which packs there are, in which order they are asked, and the way in for another. */
export function PackSection({ services }: { services: PackServices }) {
  const [packs, setPacks] = useState<readonly ListedPack[]>([]);
  const [problem, setProblem] = useState('');
  const [news, setNews] = useState('');

  useEffect(() => {
    const readList = () =>
      services.list().then(setPacks, (error: unknown) => setProblem(describeProblem(error)));
    services.watch(() => void readList());
    void readList();
  }, [services]);

  /** The list shows what really holds; what could not be done is said beside it. */
  async function change(work: Promise<void>, said = ''): Promise<void> {
    setProblem('');
    setNews('');
    try {
      await work;
      setNews(said);
    } catch (error) {
      setProblem(describeProblem(error));
    }
    setPacks(await services.list());
  }

  return (
    <Section id="packs" title={text('packsTitle')} hint={text('packsHint')}>
      <PackList
        packs={packs}
        onEnable={(id, isEnabled) => void change(services.enable(id, isEnabled))}
        onOrder={(ids) => void change(services.order(ids))}
        onRemove={({ id, title }) => void change(services.remove(id), text('packsRemoved', { title }))}
      />
      <p class="field-problem" role="alert">
        {problem}
      </p>
      <p class="pack-news" role="status">
        {news}
      </p>
      <ImportPack
        services={services}
        onBegin={() => setNews('')}
        onKept={(title) => void change(Promise.resolve(), text('packsImported', { title }))}
      />
    </Section>
  );
}

function describeProblem(error: unknown): string {
  return text('packsListFailed', { reason: error instanceof Error ? error.message : String(error) });
}
