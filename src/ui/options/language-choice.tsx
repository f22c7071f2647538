import { useId } from 'preact/hooks';
import { text } from '../../i18n/texts.ts';
import { chooseLanguage, type LanguageCode, languages } from '../../settings/languages.ts';

interface LanguageChoiceProps {
  /** `settings.language` */
  readonly language: string;
  onChange(language: string): void;
}

/** Each language by its own name, so that readers find theirs without understanding the page. */
export function LanguageChoice({ language, onChange }: LanguageChoiceProps) {
  const id = useId();
  const browsers = languages[chooseLanguage('auto', navigator.languages)].name;
  // A language unknown to this version (synced from a newer one) is not used, so it is not shown as chosen.
  const chosen = Object.hasOwn(languages, language) ? language : 'auto';
  return (
    <div class="language">
      <label for={id}>{text('optionsLanguage')}</label>
      <select id={id} value={chosen} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="auto">{text('optionsLanguageAuto', { language: browsers })}</option>
        {(Object.keys(languages) as LanguageCode[]).map((code) => (
          <option key={code} value={code} lang={code} dir={languages[code].direction}>
            {languages[code].name}
          </option>
        ))}
      </select>
    </div>
  );
}
