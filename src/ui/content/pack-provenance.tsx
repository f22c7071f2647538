import { formatDay } from '../../i18n/format-date.ts';
import { text } from '../../i18n/texts.ts';
import { ContentLanguageNote, PackWords } from './content-language.tsx';

interface PackProvenanceProps {
  readonly pack: { readonly title: string; readonly knownTo: string; readonly language: string };
}

/** The pack behind the content, the date of its knowledge, and its language if that is not the interface's. */
export function PackProvenance({ pack: { title, knownTo, language } }: PackProvenanceProps) {
  return (
    <p class="pack-provenance">
      {text('cardKnownTo', { date: formatDay(knownTo) })} · <PackWords>{title}</PackWords>
      <ContentLanguageNote language={language} />
    </p>
  );
}
