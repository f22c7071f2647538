import type { CitedSource } from '../../../view-models/card-content.ts';
import { PackWords } from '../../content/content-language.tsx';
import { SourceName } from '../../content/source-line.tsx';

/** A source in a list: outlet, date, title. */
export function SourceEntry({ source }: { source: CitedSource }) {
  return (
    <>
      <SourceName source={source} />
      {source.title !== undefined && (
        <span class="when">
          {' · '}
          <PackWords>{source.title}</PackWords>
        </span>
      )}
    </>
  );
}
