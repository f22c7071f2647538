import { useRef } from 'preact/hooks';
import type { PackOverview } from '../../contracts/messages.ts';
import { text } from '../../i18n/texts.ts';
import { PackWords } from '../content/content-language.tsx';
import { type GetEntities, useEntityTitles } from './entity-titles.ts';
import { focusAfterRemoval } from './focus-after-removal.ts';
import type { Change } from './undo/change.ts';

interface HiddenEntitiesProps {
  /** References. They stay listed even if no pack knows them any more. */
  readonly entities: readonly string[];
  /** The enabled packs; other packs may know other titles. */
  readonly packs: readonly PackOverview[] | undefined;
  readonly getEntities: GetEntities;
  readonly change: Change;
}

export function HiddenEntities({ entities, packs, getEntities, change }: HiddenEntitiesProps) {
  const titles = useEntityTitles(entities, packs, getEntities);
  const place = useRef<HTMLDivElement>(null);
  const show = (entity: string, index: number) => {
    void change({ kind: 'entity', entity, isHidden: false }, titles?.get(entity));
    focusAfterRemoval(place.current, index);
  };
  return (
    <div class="hidden-entities" id="hidden" ref={place} tabIndex={-1}>
      <h3>{text('optionsHidden')}</h3>
      {entities.length === 0 && <p class="hint">{text('optionsHiddenNone')}</p>}
      <ul class="listed">
        {entities.map((entity, index) => {
          const title = titles?.get(entity);
          return (
            <li key={entity}>
              <span>
                <PackWords>{title ?? entity}</PackWords>
                {titles !== undefined && title === undefined && (
                  <span class="hint"> {text('optionsHiddenUnknown')}</span>
                )}
              </span>
              <button
                type="button"
                aria-label={text('optionsHiddenShow', { entity: title ?? entity })}
                onClick={() => show(entity, index)}
              >
                {text('optionsHiddenShowAgain')}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
