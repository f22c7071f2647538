import { text } from '../../../i18n/texts.ts';

interface NoticeProps {
  readonly title: string;
  readonly explanation: string;
  /** Links at the end. */
  readonly links?: readonly { readonly address: string; readonly label: string }[];
  onRetry?(): void;
}

/** A page with nothing to show: why, and what to do. */
export function Notice({ title, explanation, links = [], onRetry }: NoticeProps) {
  return (
    <div class="notice">
      <h1 tabIndex={-1}>{title}</h1>
      <p role={onRetry === undefined ? undefined : 'alert'}>{explanation}</p>
      {onRetry !== undefined && (
        <button type="button" onClick={onRetry}>
          {text('cardRetry')}
        </button>
      )}
      {links.map(({ address, label }) => (
        <p key={address}>
          <a href={address}>{label}</a>
        </p>
      ))}
    </div>
  );
}

interface FailureNoticeProps {
  readonly reason: string;
  onRetry(): void;
}

/** Shown in place of content that could not be loaded. */
export function FailureNotice({ reason, onRetry }: FailureNoticeProps) {
  return (
    <Notice
      title={text('libraryFailed')}
      explanation={text('libraryFailedWhy', { reason })}
      onRetry={onRetry}
    />
  );
}
