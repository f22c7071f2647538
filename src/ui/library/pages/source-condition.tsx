import { countedText, text } from '../../../i18n/texts.ts';
import type { SourceContent } from '../../../view-models/library-content.ts';

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
