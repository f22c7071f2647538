import { useState } from 'preact/hooks';
import { text } from '../../i18n/texts.ts';

interface PermissionProps {
  /** Undefined until the browser has answered. */
  readonly isPermitted: boolean | undefined;
  /** Asks the reader for permission. Call it in a click handler, with nothing awaited before. */
  request(): Promise<boolean>;
}

/** A permission that only the reader can grant: shown if the browser did not grant it at installation. */
export function WelcomePermission({ isPermitted, request }: PermissionProps) {
  const [outcome, setOutcome] = useState<'asked' | 'given' | 'refused'>();
  const ask = () => {
    setOutcome('asked');
    request().then(
      (isGiven) => setOutcome(isGiven ? 'given' : 'refused'),
      () => setOutcome('refused'),
    );
  };
  const isMissing = isPermitted === false;
  return (
    <div class="permission-state" tabIndex={-1}>
      {isMissing && (
        <section class="permission" aria-labelledby="permission">
          <h2 id="permission">{text('welcomePermission')}</h2>
          <p>{text('welcomePermissionWhy')}</p>
          <button type="button" class="primary" onClick={ask}>
            {text('toolbarAllowReading')}
          </button>
        </section>
      )}
      <p class="outcome" role="status">
        {isMissing && outcome === 'refused' && text('welcomePermissionRefused')}
        {!isMissing && outcome === 'given' && text('welcomePermissionGiven')}
      </p>
    </div>
  );
}
