import { countedText, text } from '../../../i18n/texts.ts';
import { PackWords } from '../../content/content-language.tsx';
import type { PackStorage } from './pack-services.ts';

interface PackStorageNoticeProps {
  readonly storage: PackStorage;
  readonly hasImported: boolean;
  onForget(ids: readonly string[]): void;
}

/** Whether the browser keeps the imported packs, and which of them it has lost. */
export function PackStorageNotice({
  storage: { isPersisted, gone },
  hasImported,
  onForget,
}: PackStorageNoticeProps) {
  return (
    <div class="pack-storage" tabIndex={-1}>
      {hasImported && <p class="hint">{text(isPersisted ? 'packsPersisted' : 'packsEvictable')}</p>}
      {gone.length > 0 && (
        <div class="gone" role="alert">
          <p>{countedText('packsGone', gone.length)}</p>
          <ul>
            {gone.map(({ id, title, version }) => (
              <li key={id}>
                <PackWords>{title}</PackWords>, {text('packsVersion', { version })}
              </li>
            ))}
          </ul>
          <button type="button" onClick={() => onForget(gone.map(({ id }) => id))}>
            {text('packsGoneForget')}
          </button>
        </div>
      )}
    </div>
  );
}
