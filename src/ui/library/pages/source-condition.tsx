import { countedText, text } from '../../../i18n/texts.ts';
import type { SourceContent } from '../../../view-models/library-content.ts';

/** Says that a copy is altered or damaged, before any of its content. */
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
