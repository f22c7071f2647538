import { useRef } from 'preact/hooks';
import type { CardRequest } from '../../contracts/card-calls.ts';
import { showSite } from '../../i18n/show-site.ts';
import { text } from '../../i18n/texts.ts';
import type { MatchException } from '../../settings/settings.ts';
import type { CardContent } from '../../view-models/card-content.ts';
import { useFirstFocus } from '../components/use-first-focus.ts';

interface WrongMatchProps {
  readonly content: CardContent;
  readonly mention: NonNullable<CardRequest['mention']>;
  /** The page's host; empty if it has none. */
  readonly site: string;
  onChoose(wrong: MatchException): void;
  onCancel(): void;
}

/** Asks how far a wrong match reaches, before adding an exception. */
export function WrongMatchQuestion({ content, mention, site, onChoose, onCancel }: WrongMatchProps) {
  const place = useRef<HTMLFieldSetElement>(null);
  useFirstFocus(() => place.current?.querySelector('button'));
  const { name, wordsBeside } = mention;
  const wrong = { entity: content.ref, name };
  const choices: { key: string; label: string; match: MatchException }[] = [];
  if (site !== '')
    choices.push({
      key: 'site',
      label: text('wrongOnSite', { site: showSite(site) }),
      match: { ...wrong, host: site },
    });
  if (wordsBeside.before !== '')
    choices.push({
      key: 'before',
      label: text('wrongBeside', { words: `${wordsBeside.before} ${name}` }),
      match: { ...wrong, beside: wordsBeside.before },
    });
  if (wordsBeside.after !== '')
    choices.push({
      key: 'after',
      label: text('wrongBeside', { words: `${name} ${wordsBeside.after}` }),
      match: { ...wrong, beside: wordsBeside.after },
    });
  return (
    // A wrapper that scrolls: not every browser scrolls a fieldset.
    <div class="question">
      <fieldset ref={place}>
        <legend>{text('wrongQuestion', { name, title: content.title })}</legend>
        {choices.map(({ key, label, match }) => (
          <button type="button" class="action" key={key} onClick={() => onChoose(match)}>
            {label}
          </button>
        ))}
        <button type="button" class="action" onClick={onCancel}>
          {text('wrongCancel')}
        </button>
      </fieldset>
    </div>
  );
}
