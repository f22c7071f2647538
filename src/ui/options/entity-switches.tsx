import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { EntityNames, PackOverview } from '../../contracts/messages.ts';
import { describeFailure } from '../../i18n/describe-failure.ts';
import { countedText, text } from '../../i18n/texts.ts';
import type { Settings } from '../../settings/settings.ts';
import { Switch } from '../components/form-controls.tsx';
import { type EntityFinder, type EntityHit, prepareEntityFinder } from './find-entities.ts';
import type { Change } from './undo/change.ts';

/** As many as can be scanned at a glance; typing more narrows the list. */
const maxShown = 12;

interface EntitySwitchesProps {
  readonly packs: readonly PackOverview[];
  readonly settings: Settings;
  listEntities(): Promise<readonly EntityNames[]>;
  readonly change: Change;
}

/** Finds any entity by its title or one of its names, and switches it off or on. */
export function EntitySwitches({ packs, settings, listEntities, change }: EntitySwitchesProps) {
  const [typed, setTyped] = useState('');
  const { find, problem, prepare } = useEntityFinder(listEntities, packs);
  const id = useId();
  const result = find?.(typed, maxShown);
  return (
    <div class="entities" tabIndex={-1}>
      <label for={id}>{text('optionsFindEntity')}</label>
      <input
        id={id}
        type="search"
        autocomplete="off"
        spellcheck={false}
        value={typed}
        aria-describedby={`${id}-count`}
        onFocus={prepare}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <p class="hint" id={`${id}-count`} role="status">
        {problem === '' && describeCount(typed, result)}
      </p>
      {problem !== '' && (
        <p class="field-problem" role="alert">
          {text('optionsFindEntityFailed', { reason: problem })}{' '}
          <button type="button" onClick={prepare}>
            {text('cardRetry')}
          </button>
        </p>
      )}
      {result !== undefined && result.count > 0 && (
        <ul class="listed found">
          {result.found.map((found) => (
            <EntityLine
              key={found.entity.ref}
              found={found}
              packs={packs}
              settings={settings}
              change={change}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

/** The list may be long, so it is loaded only when a search is about to begin. Each keystroke then only filters it. */
function useEntityFinder(
  listEntities: () => Promise<readonly EntityNames[]>,
  packs: readonly PackOverview[],
) {
  const [finder, setFinder] = useState<{ find: EntityFinder }>();
  const [problem, setProblem] = useState('');
  const isAsked = useRef(false);
  const askedOf = useRef(packs);
  const ask = () => {
    isAsked.current = true;
    askedOf.current = packs;
    setProblem('');
    const isLatest = () => askedOf.current === packs;
    listEntities().then(
      (entities) => isLatest() && setFinder({ find: prepareEntityFinder(entities) }),
      (error: unknown) => {
        if (!isLatest()) return;
        setProblem(describeFailure(error));
        // Load it again next time.
        isAsked.current = false;
      },
    );
  };
  const prepare = () => {
    if (!isAsked.current) ask();
  };
  // A list made from other packs is out of date.
  useEffect(() => {
    if (isAsked.current && askedOf.current !== packs) ask();
  });
  return { find: finder?.find, problem, prepare };
}

function describeCount(typed: string, result: ReturnType<EntityFinder> | undefined): string {
  if (typed.trim() === '') return text('optionsFindEntityHint');
  if (result === undefined) return text('optionsFindEntityWait');
  if (result.count === 0) return text('optionsFindEntityNone', { text: typed.trim() });
  const found = countedText('optionsEntitiesFound', result.count);
  return result.count > maxShown ? `${found} ${text('optionsEntitiesFirst', { most: maxShown })}` : found;
}

interface EntityLineProps extends Omit<EntitySwitchesProps, 'listEntities'> {
  readonly found: EntityHit;
}

function EntityLine({ found: { entity, name }, packs, settings, change }: EntityLineProps) {
  const topic = packs.flatMap(({ topics }) => topics).find(({ ref }) => ref === entity.topic);
  const isTopicOn = settings.topics[entity.topic] ?? topic?.onByDefault ?? true;
  const isHidden = settings.hiddenEntities.includes(entity.ref);
  const about =
    name === undefined ? topic?.title : text('optionsEntityNamed', { name, topic: topic?.title ?? '' });
  return (
    <li class="topic" style={{ '--topic': topic?.color ?? '' }}>
      <Switch
        label={entity.title}
        hint={
          <>
            {about}
            {!isTopicOn && <span class="off-with-topic"> {text('optionsEntityTopicOff')}</span>}
          </>
        }
        isOn={!isHidden && isTopicOn}
        isDisabled={!isTopicOn}
        onChange={(isOn) =>
          void change({ kind: 'entity', entity: entity.ref, isHidden: !isOn }, entity.title)
        }
      />
    </li>
  );
}
