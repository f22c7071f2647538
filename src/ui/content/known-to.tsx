import { ContentLanguageNote, PackWords } from './content-language.tsx';
import { formatDay } from './format-date.ts';
import { text } from './texts.ts';

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
