import type { CardContent } from '../../briefing/card-content.ts';
import { PackWords } from '../content-language.tsx';
import { text } from '../texts.ts';
import { typeTexts } from '../type-texts.ts';
import { writeAddress } from './library-address.ts';

/** Entities as links to their pages. */
export function EntityLinks({ entities }: { entities: CardContent['related'] }) {
  return (
    <ul class="entity-links">
      {entities.map(({ ref, title, type }) => (
        <li key={ref}>
          <a href={writeAddress({ kind: 'entity', ref })} title={text(typeTexts[type])}>
            <PackWords>{title}</PackWords>
          </a>
        </li>
      ))}
    </ul>
  );
}
