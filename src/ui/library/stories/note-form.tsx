import { useRef } from 'preact/hooks';
import { text } from '../../../i18n/texts.ts';

interface NoteFormProps {
  readonly note: string;
  /** Stores it; resolves to whether that has happened. */
  onSave(note: string): Promise<boolean>;
}

/** The reader's own note on a story or an article. */
export function NoteForm({ note, onSave }: NoteFormProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  return (
    <form
      class="note-form on-screen"
      onSubmit={(event) => {
        event.preventDefault();
        void onSave(field.current?.value.trim() ?? '');
      }}
    >
      <label>
        {text('storyNote')}
        {/* Uncontrolled, and drawn again when the stored note changes: a late answer must not overwrite what is typed. */}
        <textarea key={note} ref={field} rows={3} dir="auto" defaultValue={note} />
      </label>
      <button type="submit">{text('storySaveNote')}</button>
    </form>
  );
}
