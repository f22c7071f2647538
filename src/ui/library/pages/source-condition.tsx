import type { SourceContent } from '../../briefing/library-content.ts';
import { countedText, text } from '../texts.ts';

/** An altered or damaged copy says so before anything from it is read. */
export function SourceCondition({ source: { rewordedFrom, damaged = [] } }: Pick<SourceContent, 'source'>) {
  if (rewordedFrom === undefined && damaged.length === 0) return null;
  const changing = damaged.filter(({ changesMeaning }) => changesMeaning).length;
  return (
    <div class="caution condition">
      {rewordedFrom !== undefined && <p>{text('quoteAltered', { original: rewordedFrom })}</p>}
      {damaged.length > 0 && <p>{countedText('libraryDamaged', damaged.length)}</p>}
      {changing > 0 && <p>{countedText('libraryDamagedMeaning', changing)}</p>}
    </div>
  );
}
