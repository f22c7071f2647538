import type { SettingsChange } from '../settings/change-settings.ts';
import { text } from './texts.ts';

interface HiddenEntitiesProps {
  /** References. They stay listed even where no pack knows them any more. */
  readonly entities: readonly string[];
  change(wanted: SettingsChange): Promise<void>;
}

export function HiddenEntities({ entities, change }: HiddenEntitiesProps) {
  if (entities.length === 0) return <p class="hint">{text('optionsHiddenNone')}</p>;
  return (
    <ul class="listed">
      {entities.map((entity) => (
        <li key={entity}>
          <span>{entity}</span>
          <button
            type="button"
            aria-label={text('optionsHiddenShow', { entity })}
            onClick={() => void change({ kind: 'entity', entity, isHidden: false })}
          >
            {text('optionsHiddenShowAgain')}
          </button>
        </li>
      ))}
    </ul>
  );
}
