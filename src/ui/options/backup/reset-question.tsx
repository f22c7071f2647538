import { useRef, useState } from 'preact/hooks';
import { countedText, text } from '../../../i18n/texts.ts';
import type { BackupSummary } from '../../../settings/export/export-file.ts';
import { useFirstFocus } from '../../components/use-first-focus.ts';
import { describeState } from './describe-state.ts';

interface ResetQuestionProps {
  readonly state: BackupSummary;
  onAgree(removesPacks: boolean): void;
  onCancel(): void;
}

/** Says what will be reset, before it is. */
export function ResetQuestion({ state, onAgree, onCancel }: ResetQuestionProps) {
  const [removesPacks, setRemovesPacks] = useState(false);
  const place = useRef<HTMLFieldSetElement>(null);
  useFirstFocus(() => place.current);
  const what = describeState({ ...state, packs: removesPacks ? state.packs : [] });
  return (
    <fieldset class="question" ref={place} tabIndex={-1} aria-label={text('optionsReset')}>
      <p>{text('backupResetQuestion', { what })}</p>
      {state.packs.length > 0 && (
        <label>
          <input
            type="checkbox"
            checked={removesPacks}
            onChange={(event) => setRemovesPacks(event.currentTarget.checked)}
          />{' '}
          {countedText('backupResetPacks', state.packs.length)}
        </label>
      )}
      <p class="row">
        <button type="button" onClick={() => onAgree(removesPacks)}>
          {text('backupResetAgree')}
        </button>
        <button type="button" onClick={onCancel}>
          {text('backupCancel')}
        </button>
      </p>
    </fieldset>
  );
}
