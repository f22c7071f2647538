import { useEffect, useRef, useState } from 'preact/hooks';
import { countedText, type TextKey, text } from '../../../i18n/texts.ts';
import { excerpt } from '../../../knowledge/text/excerpt.ts';
import { countWords } from '../../../knowledge/text/locate-words.ts';
import type { Article } from '../../../stories/text/article.ts';

interface SourceFormProps {
  readonly article: Article;
  readonly stories: readonly { readonly id: string; readonly title: string }[];
  /** @param story undefined: the one that it belongs to, or a new one */
  onKeep(article: Article, story: string | undefined): Promise<void>;
  onCancel(): void;
}

/** About three lines. */
const shownLength = 240;

/** What was understood of a file, to be corrected before it is kept. */
export function SourceForm({ article, stories, onKeep, onCancel }: SourceFormProps) {
  const [isKeeping, setIsKeeping] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);

  async function keep(): Promise<void> {
    if (isKeeping || form.current === null) return;
    const typed = new FormData(form.current);
    const read = (name: string) => String(typed.get(name) ?? '').trim();
    setIsKeeping(true);
    const authors = read('authors')
      .split(',')
      .map((author) => author.trim())
      .filter((author) => author !== '');
    const { title, outlet, date } = {
      title: read('title'),
      outlet: read('outlet'),
      date: read('date'),
    };
    await onKeep({ ...article, title, outlet, authors, date }, read('story') || undefined);
    setIsKeeping(false);
  }

  return (
    <form
      ref={form}
      class="source-form"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <p class="when">
        {countedText('openFileWords', countWords(article.text))} · {text('openFileBeginning')}{' '}
        <q dir="auto">{excerpt(article.text, shownLength)}</q>
      </p>
      <Field name="title" label="openFileTitle" value={article.title} />
      <Field name="outlet" label="librarySourceOutlet" value={article.outlet} />
      <Field name="authors" label="openFileAuthors" value={article.authors.join(', ')} />
      <Field name="date" label="librarySourceDate" value={article.date} type="date" />
      <label>
        <span>{text('openFileStory')}</span>
        <select name="story">
          <option value="">{text('openFileProposed')}</option>
          {stories.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <p class="source-form-buttons">
        <button type="submit" disabled={isKeeping}>
          {text('openFileKeep')}
        </button>{' '}
        <button type="button" onClick={onCancel}>
          {text('packsCancel')}
        </button>
      </p>
    </form>
  );
}

interface FieldProps {
  readonly name: string;
  readonly label: TextKey;
  readonly value: string;
  readonly type?: 'text' | 'date';
}

function Field({ name, label, value, type = 'text' }: FieldProps) {
  return (
    <label>
      <span>{text(label)}</span>
      <input type={type} name={name} defaultValue={value} dir="auto" autocomplete="off" spellcheck={false} />
    </label>
  );
}
