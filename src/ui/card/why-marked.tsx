import { useRef } from 'preact/hooks';
import type { CardRequest } from '../../contracts/card-calls.ts';
import { countedText, text } from '../../i18n/texts.ts';
import type { CardContent, RuledName } from '../../view-models/card-content.ts';
import { useFirstFocus } from '../components/use-first-focus.ts';

interface WhyMarkedProps {
  readonly content: CardContent;
  readonly request: Pick<CardRequest, 'textOnPage' | 'mention'>;
}

/** How many words of a rule are shown: a rule may have dozens. */
const maxWords = 12;

/** The name, rule and pack that matched the page's words to this entity. */
export function WhyMarked({ content, request: { textOnPage, mention } }: WhyMarkedProps) {
  const section = useRef<HTMLElement>(null);
  useFirstFocus(() => section.current);
  const { pack, title, names, ruledNames, isCommon } = content;
  // Without a mention (a list, a related entity) there is no single name to explain.
  const name = mention?.name;
  const others = names.filter((other) => other !== name);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: keyboard users must be able to scroll it
    <section class="why" ref={section} tabIndex={0} aria-label={text('actionWhy')}>
      <p>{text('whyText', { text: textOnPage })}</p>
      {name !== undefined && names.includes(name) && (
        <>
          <p>{text('whyName', { pack: pack.title, name, title })}</p>
          <Rule rule={ruledNames.find(({ text: ruled }) => ruled === name)} />
        </>
      )}
      {isCommon && <p>{text('whyCommon')}</p>}
      {others.length > 0 && (
        <p>
          {text('whyNames', {
            pack: pack.title,
            title,
            names: others.map((other) => `“${other}”`).join(', '),
          })}
        </p>
      )}
      <p class="when">{text('whyId', { ref: content.ref })}</p>
    </section>
  );
}

function Rule({ rule }: { rule: RuledName | undefined }) {
  if (rule === undefined) return <p>{text('whyPlain')}</p>;
  const { needs, isPresumed, unless } = rule;
  return (
    <>
      {needs !== undefined && needs.words.length > 0 && (
        <p>{text(isPresumed ? 'whyHelps' : 'whyNeeds', { words: listWords(needs.words) })}</p>
      )}
      {needs !== undefined && needs.entities.length > 0 && (
        <p>{text('whyMentions', { titles: needs.entities.join(', ') })}</p>
      )}
      {unless.length > 0 && <p>{text('whyUnless', { words: listWords(unless) })}</p>}
    </>
  );
}

/** `polic*` stands for every word with that beginning. */
function listWords(words: readonly string[]): string {
  const shown = words.slice(0, maxWords).map((word) => `“${word.replace(/\*$/, '…')}”`);
  const left = words.length - shown.length;
  return left === 0 ? shown.join(', ') : `${shown.join(', ')} ${countedText('whyMoreWords', left)}`;
}
