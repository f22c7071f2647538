import { ArrowLeft, X } from 'lucide-preact';
import { text } from '../../i18n/texts.ts';
import { PackWords } from '../content/content-language.tsx';
import { titleId } from './card-view.tsx';

interface NoticeProps {
  readonly problem: 'unknown' | 'failed';
  /** The title of the previous card. */
  readonly previousTitle: string | undefined;
  onBack(): void;
  onClose(): void;
  onRetry(): void;
}

/** Shown in place of a card: what went wrong, and what can be done. */
export function CardNotice({ problem, previousTitle, onBack, onClose, onRetry }: NoticeProps) {
  return (
    <div class="notice" role="alert">
      <p>{text(problem === 'unknown' ? 'cardUnknown' : 'cardFailed')}</p>
      <p>
        {problem === 'failed' && (
          <button type="button" class="action" onClick={onRetry}>
            {text('cardRetry')}
          </button>
        )}
        {previousTitle !== undefined && (
          <button
            type="button"
            class="action"
            aria-label={text('cardBack', { title: previousTitle })}
            onClick={onBack}
          >
            <ArrowLeft class="directional" aria-hidden="true" />
            <PackWords>{previousTitle}</PackWords>
          </button>
        )}
        <button type="button" class="action" onClick={onClose}>
          {text('cardClose')}
        </button>
      </p>
    </div>
  );
}

interface LoadingProps {
  /** The name as printed on the page: all that is known so far. */
  readonly textOnPage: string;
  onClose(): void;
}

/** Placeholder for a card that is slow to load. It has the height of most cards, so that the card does not jump. */
export function CardLoading({ textOnPage, onClose }: LoadingProps) {
  return (
    <>
      <header>
        <h2 id={titleId}>{textOnPage}</h2>
        <p class="kind" role="status">
          {text('cardLoading', { text: textOnPage })}
        </p>
        <button type="button" class="close icon" aria-label={text('cardClose')} onClick={onClose}>
          <X aria-hidden="true" />
        </button>
      </header>
      <div class="body coming" aria-hidden="true">
        {[...'abcdefghijkl'].map((line) => (
          <span key={line} />
        ))}
      </div>
    </>
  );
}
