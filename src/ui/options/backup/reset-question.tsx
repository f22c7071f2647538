import { useRef, useState } from 'preact/hooks';
import { countedText, text } from '../../../i18n/texts.ts';
import type { BackupSummary } from '../../../settings/export/export-file.ts';
import { useFirstFocus } from '../../components/use-first-focus.ts';
import { describeState } from './describe-state.ts';

interface ResetQuestionProps {
  readonly state: BackupSummary;
  onAgree(removes: { readonly packs: boolean; readonly kept: boolean }): void;
  onCancel(): void;
}

const noneKept: BackupSummary['kept'] = { stories: [], articles: [] };

/** Says what will be reset, before it is. */
export function ResetQuestion({ state, onAgree, onCancel }: ResetQuestionProps) {
  const [removesPacks, setRemovesPacks] = useState(false);
  const [removesKept, setRemovesKept] = useState(false);
  const place = useRef<HTMLFieldSetElement>(null);
  useFirstFocus(() => place.current);
  const articleCount = state.kept.articles.length;
  const what = describeState({
    ...state,
    packs: removesPacks ? state.packs : [],
    kept: removesKept ? state.kept : noneKept,
  });
  return (
    <fieldset class="question" ref={place} tabIndex={-1} aria-label={text('optionsReset')}>
      <p>{text('backupResetQuestion', { what })}</p>
      {state.packs.length > 0 && (
        <Removal
          label={countedText('backupResetPacks', state.packs.length)}
          isWanted={removesPacks}
          onChange={setRemovesPacks}
        />
      )}
      {articleCount > 0 && (
        <Removal
          label={countedText('backupResetKept', articleCount)}
          isWanted={removesKept}
          onChange={setRemovesKept}
        />
      )}
      <p class="row">
        <button type="button" onClick={() => onAgree({ packs: removesPacks, kept: removesKept })}>
          {text('backupResetAgree')}
        </button>
        <button type="button" onClick={onCancel}>
          {text('backupCancel')}
        </button>
      </p>
    </fieldset>
  );
}

interface RemovalProps {
  readonly label: string;
  readonly isWanted: boolean;
  onChange(isWanted: boolean): void;
}

function Removal({ label, isWanted, onChange }: RemovalProps) {
  return (
    <label>
      <input type="checkbox" checked={isWanted} onChange={(event) => onChange(event.currentTarget.checked)} />{' '}
      {label}
    </label>
  );
}
