import { Trash2 } from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';
import { showSite } from '../../i18n/show-site.ts';
import { type TextKey, text } from '../../i18n/texts.ts';
import { explainSite, type SiteExplanation, type SiteNote } from '../../settings/explain-site.ts';
import type { Settings } from '../../settings/settings.ts';
import { readSitePattern, type SiteProblem } from '../../settings/site-rules.ts';
import { Choice } from '../components/form-controls.tsx';
import { focusAfterRemoval } from './focus-after-removal.ts';
import { TryAddress } from './try-address.tsx';
import type { Change } from './undo/change.ts';
import { siteModes } from './undo/setting-texts.ts';

interface SiteListProps {
  readonly settings: Settings;
  readonly change: Change;
}

export function SiteList({ settings, change }: SiteListProps) {
  const { mode, patterns } = settings.sites;
  const place = useRef<HTMLDivElement>(null);
  const setListed = (pattern: string, isListed: boolean) =>
    change({ kind: 'site', pattern, isOn: mode === 'only' ? isListed : !isListed });
  const remove = (pattern: string, index: number) => {
    void setListed(pattern, false);
    focusAfterRemoval(place.current, index);
  };
  return (
    <>
      <Choice
        name="site-mode"
        title="optionsSitesWhere"
        options={siteModes}
        value={mode}
        onChange={(wanted) => void change({ kind: 'site-mode', mode: wanted })}
      />
      <AddSite patterns={patterns} onAdd={(pattern) => setListed(pattern, true)} />
      <div class="site-rules" ref={place} tabIndex={-1}>
        {patterns.length === 0 && (
          <p class="hint">{text(mode === 'only' ? 'optionsSitesNoneOnly' : 'optionsSitesNone')}</p>
        )}
        <ul class="listed">
          {patterns.map((pattern, index) => (
            <li key={pattern}>
              <span dir="auto">{showSite(pattern)}</span>
              <button
                type="button"
                class="icon"
                title={text('optionsSiteRemove', { site: showSite(pattern) })}
                aria-label={text('optionsSiteRemove', { site: showSite(pattern) })}
                onClick={() => remove(pattern, index)}
              >
                <Trash2 aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      </div>
      <TryAddress settings={settings} />
    </>
  );
}

const problemTexts = {
  empty: 'optionsSiteEmpty',
  'not-a-host': 'optionsSiteNotAHost',
  'too-long': 'optionsSiteTooLong',
  wildcard: 'optionsSiteWildcard',
} as const satisfies Record<SiteProblem | 'wildcard', TextKey>;

const noteTexts = {
  path: 'optionsSiteNotePath',
  port: 'optionsSiteNotePort',
  wildcard: 'optionsSiteNoteWildcard',
  'one-word': 'optionsSiteNoteWord',
  number: 'optionsSiteNoteNumber',
} as const satisfies Record<SiteNote, TextKey>;

/** Explains what the typed text would match. */
function describeSite(explanation: SiteExplanation, typed: string): string {
  switch (explanation.kind) {
    case 'nothing':
      return text('optionsSiteHint');
    case 'pattern': {
      const { notes } = explanation;
      const site = showSite(explanation.pattern);
      const isNumber = notes.includes('number');
      const covers = isNumber ? [] : [text('optionsSiteCovers', { site })];
      return [...covers, ...notes.map((note) => text(noteTexts[note], { site }))].join(' ');
    }
    case 'problem': {
      const problem = text(problemTexts[explanation.problem], { text: typed.trim() });
      const { instead } = explanation;
      return instead === undefined
        ? problem
        : `${problem} ${text('optionsSiteInstead', { site: showSite(instead) })}`;
    }
  }
}

interface AddSiteProps {
  readonly patterns: readonly string[];
  onAdd(pattern: string): Promise<void>;
}

function AddSite({ patterns, onAdd }: AddSiteProps) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState('');
  const type = (value: string) => {
    setTyped(value);
    setProblem('');
  };
  const add = (event: Event) => {
    event.preventDefault();
    const reading = readSitePattern(typed);
    if ('problem' in reading) {
      const explanation = explainSite(typed);
      setProblem(
        explanation.kind === 'problem'
          ? describeSite(explanation, typed)
          : text(problemTexts[reading.problem]),
      );
    } else if (patterns.includes(reading.pattern)) {
      setProblem(text('optionsSiteTwice', { site: showSite(reading.pattern) }));
    } else {
      type('');
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
          onInput={(event) => type(event.currentTarget.value)}
        />
        <button type="submit">{text('optionsSiteAdd')}</button>
      </div>
      <p class="hint" id="site-hint" aria-live="polite">
        {problem === '' ? describeSite(explainSite(typed), typed) : ''}
      </p>
      <p class="field-problem" id="site-problem" role="alert">
        {problem}
      </p>
    </form>
  );
}
