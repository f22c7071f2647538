import { BookOpen } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { describeFailure } from '../../i18n/describe-failure.ts';
import { text } from '../../i18n/texts.ts';
import type { CardContent } from '../../view-models/card-content.ts';
import { writeAddress } from '../content/library-address.ts';
import type { CardActions } from './card-actions.ts';

interface OpenInLibraryProps {
  readonly content: CardContent;
  readonly actions: Pick<CardActions, 'openLibrary'>;
}

/**
 * Opens the item in the library. Uses a message: a card is in a page, which may not link to the extension's own pages.
 */
export function OpenInLibrary({ content: { kind, ref, title }, actions }: OpenInLibraryProps) {
  const [problem, setProblem] = useState('');
  const open = () =>
    actions.openLibrary(writeAddress({ kind, ref })).then(
      () => setProblem(''),
      (error: unknown) => setProblem(text('actionFailed', { reason: describeFailure(error) })),
    );
  return (
    <>
      <button type="button" class="more open-in-library" onClick={open}>
        <BookOpen aria-hidden="true" />{' '}
        {kind === 'entity' ? text('libraryEverything', { title }) : text('libraryOpen')}
      </button>
      {problem !== '' && (
        <p class="caution" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}
