import { ArrowLeft, X } from 'lucide-preact';
import { text } from '../../i18n/texts.ts';
import { PackWords } from '../content/content-language.tsx';
import { titleId } from './card-view.tsx';

interface NoticeProps {
  readonly problem: 'unknown' | 'failed';
  /** Of the card from which the reader came here. */
  readonly previousTitle: string | undefined;
  onBack(): void;
  onClose(): void;
  onRetry(): void;
}

/** Instead of a card: what is the matter, and what can be done. */
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
  /** The name as it stands on the page: all that is known yet. */
  readonly textOnPage: string;
  onClose(): void;
}

/** Stands in for a card whose content is long in coming; as high as most cards, so that the card does not jump when it comes. */
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
