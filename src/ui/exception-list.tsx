import { useEffect, useRef, useState } from 'preact/hooks';
import type { SettingsChange } from '../settings/change-settings.ts';
import { keyOfException } from '../settings/match-exception.ts';
import type { MatchException } from '../settings/settings.ts';
import { text } from './texts.ts';

interface ExceptionListProps {
  readonly exceptions: readonly MatchException[];
  /** Titles of those entities that a pack knows. */
  getEntities(refs: readonly string[]): Promise<readonly { readonly ref: string; readonly title: string }[]>;
  change(wanted: SettingsChange): Promise<void>;
}

/** What the reader called a wrong match, and the way to have it marked again. */
export function ExceptionList({ exceptions, getEntities, change }: ExceptionListProps) {
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map());
  const place = useRef<HTMLDivElement>(null);
  const refs = [...new Set(exceptions.map(({ entity }) => entity))].join(' ');
  useEffect(() => {
    if (refs === '') return;
    getEntities(refs.split(' '))
      .then((known) => setTitles(new Map(known.map(({ ref, title }) => [ref, title]))))
      // Without titles the references are shown.
      .catch(() => undefined);
  }, [refs, getEntities]);
  const remove = (exception: MatchException) => {
    void change({ kind: 'exception', exception, isNoted: false });
    // The button that had the focus goes with its line.
    place.current?.focus();
  };
  return (
    <div class="exceptions" id="exceptions" ref={place} tabIndex={-1}>
      <h3>{text('optionsExceptions')}</h3>
      <p class="hint">{text(exceptions.length === 0 ? 'optionsExceptionsNone' : 'optionsExceptionsHint')}</p>
      {exceptions.length > 0 && (
        <ul class="listed">
          {exceptions.map((exception) => (
            <li key={keyOfException(exception)}>
              <span>
                {describeException(exception)}{' '}
                <span class="hint">
                  {text('optionsExceptionNot', { title: titles.get(exception.entity) ?? exception.entity })}
                </span>
              </span>
              <button
                type="button"
                aria-label={text('optionsExceptionRemove', { exception: describeException(exception) })}
                onClick={() => remove(exception)}
              >
                {text('optionsExceptionMarkAgain')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function describeException({ name, host, beside }: MatchException): string {
  if (beside === undefined) return text('optionsExceptionOnSite', { name, site: host ?? '' });
  if (host === undefined) return text('optionsExceptionBeside', { name, words: beside });
  return text('optionsExceptionBoth', { name, site: host, words: beside });
}
