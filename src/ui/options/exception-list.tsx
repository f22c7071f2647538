import { useRef } from 'preact/hooks';
import type { PackOverview } from '../../contracts/messages.ts';
import { text } from '../../i18n/texts.ts';
import { keyOfException } from '../../settings/match-exception.ts';
import type { MatchException } from '../../settings/settings.ts';
import { type GetEntities, useEntityTitles } from './entity-titles.ts';
import { focusAfterRemoval } from './focus-after-removal.ts';
import type { Change } from './undo/change.ts';
import { describeException } from './undo/describe-exception.ts';

interface ExceptionListProps {
  readonly exceptions: readonly MatchException[];
  /** The enabled packs; other packs may know other titles. */
  readonly packs: readonly PackOverview[] | undefined;
  readonly getEntities: GetEntities;
  readonly change: Change;
}

/** The reader's exceptions (“wrong match”), each with a button that removes it. */
export function ExceptionList({ exceptions, packs, getEntities, change }: ExceptionListProps) {
  const entities = exceptions.map(({ entity }) => entity);
  const titles = useEntityTitles(entities, packs, getEntities);
  const place = useRef<HTMLDivElement>(null);
  const remove = (exception: MatchException, index: number) => {
    void change({ kind: 'exception', exception, isNoted: false });
    focusAfterRemoval(place.current, index);
  };
  return (
    <div class="exceptions" id="exceptions" ref={place} tabIndex={-1}>
      <h3>{text('optionsExceptions')}</h3>
      <p class="hint">{text(exceptions.length === 0 ? 'optionsExceptionsNone' : 'optionsExceptionsHint')}</p>
      {exceptions.length > 0 && (
        <ul class="listed">
          {exceptions.map((exception, index) => (
            <li key={keyOfException(exception)}>
              <span>
                {describeException(exception)}{' '}
                <span class="hint">
                  {text('optionsExceptionNot', { title: titles?.get(exception.entity) ?? exception.entity })}
                </span>
              </span>
              <button
                type="button"
                aria-label={text('optionsExceptionRemove', { exception: describeException(exception) })}
                onClick={() => remove(exception, index)}
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
