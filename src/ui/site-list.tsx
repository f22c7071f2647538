import { Trash2 } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { SettingsChange } from '../settings/change-settings.ts';
import type { SiteRules } from '../settings/settings.ts';
import { readSitePattern, type SiteProblem } from '../settings/site-rules.ts';
import { Choice } from './form-controls.tsx';
import { text } from './texts.ts';

interface SiteListProps {
  readonly sites: SiteRules;
  change(wanted: SettingsChange): Promise<void>;
}

const modes = { 'everywhere-but': 'optionsSitesEverywhereBut', only: 'optionsSitesOnly' } as const;

export function SiteList({ sites: { mode, patterns }, change }: SiteListProps) {
  const setListed = (pattern: string, isListed: boolean) =>
    change({ kind: 'site', pattern, isOn: mode === 'only' ? isListed : !isListed });
  return (
    <>
      <Choice
        name="site-mode"
        title="optionsSitesWhere"
        options={modes}
        value={mode}
        onChange={(wanted) => void change({ kind: 'site-mode', mode: wanted })}
      />
      <AddSite patterns={patterns} onAdd={(pattern) => setListed(pattern, true)} />
      {patterns.length === 0 ? (
        <p class="hint">{text('optionsSitesNone')}</p>
      ) : (
        <ul class="listed">
          {patterns.map((pattern) => (
            <li key={pattern}>
              <span>{pattern}</span>
              <button
                type="button"
                class="icon"
                title={text('optionsSiteRemove', { site: pattern })}
                aria-label={text('optionsSiteRemove', { site: pattern })}
                onClick={() => void setListed(pattern, false)}
              >
                <Trash2 size={17} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const problemTexts = {
  empty: 'optionsSiteEmpty',
  'not-a-host': 'optionsSiteNotAHost',
  'too-long': 'optionsSiteTooLong',
} as const satisfies Record<SiteProblem, string>;

function AddSite({
  patterns,
  onAdd,
}: {
  patterns: readonly string[];
  onAdd(pattern: string): Promise<void>;
}) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState('');
  const add = (event: Event) => {
    event.preventDefault();
    const reading = readSitePattern(typed);
    if ('problem' in reading) {
      setProblem(text(problemTexts[reading.problem], { text: typed.trim() }));
    } else if (patterns.includes(reading.pattern)) {
      setProblem(text('optionsSiteTwice', { site: reading.pattern }));
    } else {
      setProblem('');
      setTyped('');
      void onAdd(reading.pattern);
    }
  };
  return (
    <form class="add-site" noValidate onSubmit={add}>
      <label for="site">{text('optionsSiteLabel')}</label>
      <div class="row">
        <input
          id="site"
          type="text"
          inputMode="url"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          value={typed}
          aria-invalid={problem !== ''}
          aria-describedby="site-hint site-problem"
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit">{text('optionsSiteAdd')}</button>
      </div>
      <p class="hint" id="site-hint">
        {text('optionsSiteHint')}
      </p>
      <p class="field-problem" id="site-problem" role="alert">
        {problem}
      </p>
    </form>
  );
}
