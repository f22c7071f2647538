import { CircleCheck } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { text } from '../../i18n/texts.ts';

/** The three things that the page suggests trying. */
export type Tried = 'click' | 'key' | 'panel';

interface TriesProps {
  readonly tried: ReadonlySet<Tried>;
  /** In the browser's notation; empty if none is assigned. */
  readonly shortcut: string;
  openPanel(): void;
}

export function WelcomeTries({ tried, shortcut, openPanel }: TriesProps) {
  return (
    <ol class="tries">
      <Try isTried={tried.has('click')} title={text('welcomeTryClick')} hint={text('welcomeTryClickHint')} />
      {shortcut === '' ? (
        <Try isTried={tried.has('key')} title={text('welcomeTryNoKey')} hint={text('welcomeTryNoKeyHint')} />
      ) : (
        <Try
          isTried={tried.has('key')}
          title={withShortcut(text('welcomeTryKey'), shortcut)}
          hint={text('welcomeTryKeyHint')}
        />
      )}
      <Try
        isTried={tried.has('panel')}
        title={text('welcomeTryPanel')}
        hint={text('welcomeTryPanelHint')}
        action={
          <button type="button" onClick={openPanel} aria-label={text('welcomeTryPanel')}>
            {text('welcomeTryAction')}
          </button>
        }
      />
    </ol>
  );
}

function withShortcut(sentence: string, shortcut: string): ComponentChildren {
  const [before, after] = sentence.split('{shortcut}');
  return (
    <>
      {before}
      <kbd>{shortcut}</kbd>
      {after}
    </>
  );
}

interface TryProps {
  readonly isTried: boolean;
  readonly title: ComponentChildren;
  readonly hint: string;
  readonly action?: ComponentChildren;
}

function Try({ isTried, title, hint, action }: TryProps) {
  return (
    <li class={isTried ? 'tried' : ''}>
      <div>
        <h3>{title}</h3>
        <p class="hint">{hint}</p>
        {action}
      </div>
      <p class="done" role="status">
        {isTried && (
          <>
            <CircleCheck aria-hidden="true" /> {text('welcomeTried')}
          </>
        )}
      </p>
    </li>
  );
}
