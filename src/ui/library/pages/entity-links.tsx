import { text } from '../../../i18n/texts.ts';
import type { CardContent } from '../../../view-models/card-content.ts';
import { MoreList } from '../../components/more-list.tsx';
import { PackWords } from '../../content/content-language.tsx';
import { writeAddress } from '../../content/library-address.ts';
import { typeTexts } from '../../content/type-texts.ts';

/** Entities as links to their pages. */
export function EntityLinks({ entities }: { entities: CardContent['related'] }) {
  return (
    <MoreList
      atFirst={8}
      class="entity-links"
      items={entities.map(({ ref, title, type }) => (
        <li key={ref}>
          <a href={writeAddress({ kind: 'entity', ref })} title={text(typeTexts[type])}>
            <PackWords>{title}</PackWords>
          </a>
        </li>
      ))}
    />
  );
}
