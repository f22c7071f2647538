import { formatDay } from '../../i18n/format-date.ts';
import { countedText, text } from '../../i18n/texts.ts';
import type { CardPack } from '../../view-models/card-content.ts';
import { ContentLanguageNote, PackWords } from './content-language.tsx';

/** The pack behind the content, the date of its knowledge, and its language if that is not the interface's. */
export function PackProvenance({ pack }: { readonly pack: CardPack }) {
  const { title, knownTo, language, keptCount, isCollected } = pack;
  return (
    <p class="pack-provenance">
      {keptCount === undefined
        ? text('cardKnownTo', { date: formatDay(knownTo) })
        : countedText('cardKeptFrom', keptCount)}{' '}
      · <PackWords>{title}</PackWords>
      {isCollected && <> · {text('packsFromStory')}</>}
      <ContentLanguageNote language={language} />
    </p>
  );
}
