import { useEffect, useRef, useState } from 'preact/hooks';
import type { KeepOutcome } from '../../../contracts/kept-calls.ts';
import { text } from '../../../i18n/texts.ts';
import type { Article } from '../../../stories/text/article.ts';
import { FileButton } from '../../components/file-button.tsx';
import { describeFileError } from './describe-file-error.ts';
import { SourceForm } from './source-form.tsx';

/** What the component needs from outside `ui`. */
export interface FileServices {
  /** Rejects with a reason that the reader understands. */
  readFile(file: File): Promise<Article>;
  /** Resolves once it is stored. */
  keepText(article: Article, story: string | undefined): Promise<KeepOutcome>;
  listStories(): Promise<readonly { readonly id: string; readonly title: string }[]>;
  /** Whether the browser has agreed not to delete what is kept. */
  isPersistent(): Promise<boolean>;
}

type Step =
  | { readonly kind: 'choose' }
  | { readonly kind: 'reading'; readonly file: string }
  | { readonly kind: 'read'; readonly article: Article; readonly stories: Stories }
  | { readonly kind: 'kept'; readonly outcome: Extract<KeepOutcome, { obstacle: null }> };

type Stories = Awaited<ReturnType<FileServices['listStories']>>;

/** Opens a file as a source: shows what was understood, lets it be corrected, and keeps it. */
export function OpenFile({ files }: { files: FileServices }) {
  const [step, setStep] = useState<Step>({ kind: 'choose' });
  const [problem, setProblem] = useState('');
  const latest = useRef(0);

  function fail(reason: string): void {
    setStep({ kind: 'choose' });
    setProblem(reason);
  }

  async function open(file: File): Promise<void> {
    latest.current += 1;
    const own = latest.current;
    setProblem('');
    setStep({ kind: 'reading', file: file.name });
    try {
      const [article, stories] = await Promise.all([files.readFile(file), files.listStories()]);
      if (own === latest.current) setStep({ kind: 'read', article, stories });
    } catch (error) {
      if (own === latest.current) fail(describeFileError(error));
    }
  }

  async function keep(article: Article, story: string | undefined): Promise<void> {
    setProblem('');
    try {
      const outcome = await files.keepText(article, story);
      if (outcome.obstacle === null) setStep({ kind: 'kept', outcome });
      else setProblem(text('openFileNotKept'));
    } catch (error) {
      // What was typed stays: the reader may try again.
      setProblem(describeFileError(error));
    }
  }

  return (
    <section class="open-file" aria-label={text('openFile')}>
      <p>
        <FileButton
          label={text('openFile')}
          describedBy="open-file-hint"
          accept=".html,.htm,.xhtml,.txt,.text,.md,.pdf,text/html,text/plain,application/pdf"
          onFiles={([file]) => file && void open(file)}
        />{' '}
        <span id="open-file-hint" class="hint">
          {text('openFileHint')}
        </span>
      </p>
      {problem !== '' && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {step.kind === 'reading' && <p role="status">{text('openFileReading', { file: step.file })}</p>}
      {step.kind === 'read' && (
        <SourceForm
          article={step.article}
          stories={step.stories}
          onKeep={keep}
          onCancel={() => setStep({ kind: 'choose' })}
        />
      )}
      {step.kind === 'kept' && <Kept outcome={step.outcome} />}
    </section>
  );
}

function Kept({ outcome: { kept, isUnchanged } }: { outcome: Extract<KeepOutcome, { obstacle: null }> }) {
  const place = useRef<HTMLParagraphElement>(null);
  // The button that had the focus is gone.
  useEffect(() => place.current?.focus(), []);
  return (
    <p ref={place} role="status" tabIndex={-1}>
      {text(isUnchanged ? 'openFileKeptAlready' : 'openFileKept', { story: kept.story.title })}{' '}
      <a href={`#/kept/${kept.id}`}>{text('openFileShow')}</a>
    </p>
  );
}
