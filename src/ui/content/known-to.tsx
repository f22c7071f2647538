import { formatDay } from '../../i18n/format-date.ts';
import { text } from '../../i18n/texts.ts';
import { ContentLanguageNote, PackWords } from './content-language.tsx';

interface KnownToProps {
  readonly pack: { readonly title: string; readonly knownTo: string; readonly language: string };
}

/** Which pack says all this, up to when it knows, and in which language if that is not the interface's. */
export function KnownTo({ pack: { title, knownTo, language } }: KnownToProps) {
  return (
    <p class="known-to">
      {text('cardKnownTo', { date: formatDay(knownTo) })} · <PackWords>{title}</PackWords>
      <ContentLanguageNote language={language} />
    </p>
  );
}
