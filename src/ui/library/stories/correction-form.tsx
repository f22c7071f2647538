import { useRef } from 'preact/hooks';
import { text } from '../../../i18n/texts.ts';
import type { ArticleCorrections } from '../../../stories/kept/kept-article.ts';
import type { KeptContent } from '../worker/describe-kept-article.ts';
import type { KeptOutcome } from './use-kept-outcome.ts';

interface CorrectionFormProps {
  readonly content: KeptContent;
  readonly kept: KeptOutcome;
}

/** What the article says of itself, to be corrected. A field that says what the page states is no correction. */
export function CorrectionForm({ content, kept }: CorrectionFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const { id, article, stated, corrections } = content;
  const save = () => {
    if (form.current === null) return;
    const values = new FormData(form.current);
    void kept.act(
      (call) => call('correctArticle', { id, corrections: readCorrections(values, stated) }),
      text('keptCorrectionSaved'),
    );
  };
  const takeBack = () =>
    void kept.act((call) => call('correctArticle', { id, corrections: {} }), text('keptCorrectionGone'));
  return (
    <section>
      <h2>{text('keptCorrect')}</h2>
      <form
        ref={form}
        class="correction-form"
        // Drawn again with what is stored, not while the reader types.
        key={JSON.stringify(corrections)}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <label>
          {text('keptHeadline')}
          <input type="text" name="title" dir="auto" defaultValue={article.title} />
        </label>
        <label>
          {text('librarySourceOutlet')}
          <input type="text" name="outlet" dir="auto" defaultValue={article.outlet} />
        </label>
        <label>
          {text('keptAuthors')}
          <input type="text" name="authors" dir="auto" defaultValue={article.authors.join('; ')} />
        </label>
        <label>
          {text('librarySourceDate')}
          <input type="date" name="date" defaultValue={article.date} />
        </label>
        <button type="submit">{text('storySave')}</button>
        {Object.keys(corrections).length > 0 && (
          <button type="button" onClick={takeBack}>
            {text('keptTakeBack')}
          </button>
        )}
      </form>
    </section>
  );
}

function readCorrections(values: FormData, stated: KeptContent['stated']): ArticleCorrections {
  const read = (name: string) => String(values.get(name) ?? '').trim();
  const authors = read('authors')
    .split(';')
    .map((author) => author.trim())
    .filter((author) => author !== '');
  return {
    ...(read('title') !== stated.title && { title: read('title') }),
    ...(read('outlet') !== stated.outlet && { outlet: read('outlet') }),
    ...(authors.join('; ') !== stated.authors.join('; ') && { authors }),
    ...(read('date') !== stated.date && { date: read('date') }),
  };
}
