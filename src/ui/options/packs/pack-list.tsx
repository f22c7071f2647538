import { ArrowDown, ArrowUp, Trash2 } from 'lucide-preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ListedPack } from '../../../contracts/pack-import.ts';
import { formatDay } from '../../../i18n/format-date.ts';
import { countedText, formatList, text } from '../../../i18n/texts.ts';
import { choicesOfPack, hasChoices, type PackChoices } from '../../../settings/pack-choices.ts';
import { Switch } from '../../components/form-controls.tsx';
import { useFirstFocus } from '../../components/use-first-focus.ts';
import { PackWords } from '../../content/content-language.tsx';
import { describeState } from '../backup/describe-state.ts';

interface PackListProps {
  readonly packs: readonly ListedPack[];
  readonly choices: PackChoices;
  onEnable(pack: ListedPack, isEnabled: boolean): void;
  /** Called with the ids of the imported packs in their new order. */
  onOrder(ids: readonly string[]): void;
  onRemove(pack: ListedPack, forgetsChoices: boolean): void;
}

export function PackList({ packs, choices, onEnable, onOrder, onRemove }: PackListProps) {
  const [removing, setRemoving] = useState('');
  const pressed = useRef<HTMLElement>();
  // An element that is moved in the document loses the focus: a keyboard user would have to find the pack again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the order of the packs that moves elements.
  useLayoutEffect(() => {
    pressed.current?.focus();
    pressed.current = undefined;
  }, [packs]);
  const imported = packs.filter(({ isBuiltIn }) => !isBuiltIn);
  const move = (id: string, step: 1 | -1) => {
    const ids = imported.map((pack) => pack.id);
    const from = ids.indexOf(id);
    ids.splice(from, 1);
    ids.splice(from + step, 0, id);
    onOrder(ids);
  };
  return (
    <>
      <ul class="packs" tabIndex={-1}>
        {packs.map((pack) => (
          <li key={pack.id} data-pack={pack.id}>
            <PackHead pack={pack} onEnable={(isEnabled) => onEnable(pack, isEnabled)} />
            {!pack.isBuiltIn && (
              <PackButtons
                title={pack.title}
                isFirst={pack === imported[0]}
                isLast={pack === imported.at(-1)}
                onMove={(step, button) => {
                  pressed.current = button;
                  move(pack.id, step);
                }}
                onRemove={() => setRemoving(pack.id)}
              />
            )}
            {removing === pack.id && (
              <ConfirmRemoval
                title={pack.title}
                choices={choicesOfPack(choices, pack.id)}
                onAnswer={(isMeant, forgetsChoices) => {
                  setRemoving('');
                  if (isMeant) onRemove(pack, forgetsChoices);
                }}
              />
            )}
          </li>
        ))}
      </ul>
      {imported.length > 0 && <p class="hint">{text('packsOrderHint')}</p>}
    </>
  );
}

function PackHead({ pack, onEnable }: { pack: ListedPack; onEnable(isEnabled: boolean): void }) {
  const { title, version, licence, knownTo, counts, isBuiltIn, isEnabled, origin } = pack;
  const facts = formatList([
    text('packsVersion', { version }),
    text('packsKnownTo', { date: formatDay(knownTo) }),
    origin === undefined
      ? countedText('optionsEntities', counts.entities)
      : countedText('packsStatements', counts.statements),
    licence,
  ]);
  const label = (
    <>
      <PackWords>{title}</PackWords>
      {isBuiltIn && <Badge words={text('packsBuiltIn')} />}
      {origin !== undefined && <Badge words={text('packsFromStory')} />}
    </>
  );
  return <Switch label={label} hint={facts} isOn={isEnabled} onChange={onEnable} />;
}

function Badge({ words }: { readonly words: string }) {
  return (
    <>
      {' '}
      <span class="badge">{words}</span>
    </>
  );
}

interface PackButtonsProps {
  readonly title: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  onMove(step: 1 | -1, button: HTMLElement): void;
  onRemove(): void;
}

function PackButtons({ title, isFirst, isLast, onMove, onRemove }: PackButtonsProps) {
  const [up, down] = [text('packsUp', { title }), text('packsDown', { title })];
  const remove = text('packsRemove', { title });
  // `aria-disabled`, not `disabled`: a disabled button would lose the focus when a pack is moved to the end of the
  // list.
  return (
    <div class="pack-buttons">
      <button
        type="button"
        class="icon"
        title={up}
        aria-label={up}
        aria-disabled={isFirst}
        onClick={({ currentTarget }) => !isFirst && onMove(-1, currentTarget)}
      >
        <ArrowUp aria-hidden="true" />
      </button>
      <button
        type="button"
        class="icon"
        title={down}
        aria-label={down}
        aria-disabled={isLast}
        onClick={({ currentTarget }) => !isLast && onMove(1, currentTarget)}
      >
        <ArrowDown aria-hidden="true" />
      </button>
      <button type="button" class="icon" title={remove} aria-label={remove} onClick={onRemove}>
        <Trash2 aria-hidden="true" />
      </button>
    </div>
  );
}

interface ConfirmRemovalProps {
  readonly title: string;
  readonly choices: PackChoices;
  onAnswer(isMeant: boolean, forgetsChoices: boolean): void;
}

function ConfirmRemoval({ title, choices, onAnswer }: ConfirmRemovalProps) {
  const isAsked = hasChoices(choices);
  // Other machines may have the pack and share the settings, but a reader who removes a pack usually means all of it.
  const [isForgetting, setIsForgetting] = useState(true);
  const answer = (isMeant: boolean) => onAnswer(isMeant, isAsked && isForgetting);
  const firstButton = useRef<HTMLButtonElement>(null);
  useFirstFocus(() => firstButton.current);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <fieldset> is a part of a form; this is a question
    <div
      class="confirm"
      role="group"
      aria-label={text('packsRemove', { title })}
      onKeyDown={(event) => event.key === 'Escape' && answer(false)}
    >
      <p>{text('packsRemoveAsk', { title })}</p>
      {isAsked && (
        <label>
          <input
            type="checkbox"
            checked={isForgetting}
            onChange={(event) => setIsForgetting(event.currentTarget.checked)}
          />{' '}
          {text('packsRemoveChoices', {
            what: describeState({ settings: { ...choices }, packs: [], kept: { stories: [], articles: [] } }),
          })}
        </label>
      )}
      <button type="button" ref={firstButton} onClick={() => answer(true)}>
        {text('packsRemoveYes')}
      </button>
      <button type="button" onClick={() => answer(false)}>
        {text('packsRemoveNo')}
      </button>
    </div>
  );
}
