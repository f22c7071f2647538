import type { PackOverview } from '../../contracts/messages.ts';
import { text } from '../../i18n/texts.ts';
import type { Settings } from '../../settings/settings.ts';
import { Choice, Section, Switch } from '../components/form-controls.tsx';
import { BackupSection } from './backup/backup-section.tsx';
import { KeptSection } from './backup/kept-section.tsx';
import { EntitySwitches } from './entity-switches.tsx';
import { ExceptionList } from './exception-list.tsx';
import { HiddenEntities } from './hidden-entities.tsx';
import { HoverFields } from './hover-fields.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { MarksSection } from './marks-section.tsx';
import type { OptionsServices } from './options-services.ts';
import { PackSection } from './packs/pack-section.tsx';
import { ShortcutList } from './shortcut-list.tsx';
import { SiteList } from './site-list.tsx';
import { TopicList } from './topic-list.tsx';
import type { Change, SetField } from './undo/change.ts';
import { highlighters, themes } from './undo/setting-texts.ts';
import type { ExternalChange, FinalChange } from './undo/undoable-settings.ts';

interface OptionsFormProps {
  readonly settings: Settings;
  /** Undefined until they are loaded. */
  readonly packs: readonly PackOverview[] | undefined;
  readonly services: OptionsServices;
  readonly change: Change;
  note(change: ExternalChange | FinalChange): void;
}

/** Every setting, each with its control. */
export function OptionsForm({ settings, packs, services, change, note }: OptionsFormProps) {
  const set: SetField = (field) => (value) => void change({ kind: 'field', field, value });
  return (
    <>
      <Switch
        class="main-switch"
        label={text('optionsEnabled')}
        hint={text('optionsEnabledHint')}
        isOn={settings.enabled}
        onChange={set('enabled')}
      />
      <TopicsSection settings={settings} packs={packs} services={services} change={change} />
      <Section id="sites" title={text('optionsSites')}>
        <SiteList settings={settings} change={change} />
      </Section>
      <MarksSection settings={settings} set={set} />
      <Section id="cards" title={text('optionsCards')} hint={text('optionsCardsHint')}>
        <HoverFields hover={settings.hover} onChange={set('hover')} />
      </Section>
      <Section id="shortcuts" title={text('optionsShortcuts')} hint={text('optionsShortcutsHint')}>
        <ShortcutList
          getShortcuts={services.getShortcuts}
          openShortcutSettings={services.openShortcutSettings}
        />
      </Section>
      <Section id="appearance" title={text('optionsAppearance')}>
        <Choice
          name="theme"
          title="optionsTheme"
          options={themes}
          value={settings.theme}
          onChange={set('theme')}
        />
        <LanguageChoice language={settings.language} onChange={set('language')} />
      </Section>
      <PackSection services={services.packs} settings={settings} change={change} note={note} />
      <KeptSection services={services.kept} note={note} />
      <Section id="backup" title={text('optionsBackup')}>
        <BackupSection services={services.backup} settings={settings} watch={services.watchStored} />
      </Section>
      <Section id="advanced" title={text('optionsAdvanced')}>
        <Choice
          name="painter"
          title="optionsHighlighter"
          options={highlighters}
          value={settings.painter}
          onChange={set('painter')}
        />
      </Section>
    </>
  );
}

function TopicsSection({ settings, packs: known, services, change }: Omit<OptionsFormProps, 'note'>) {
  const packs = known ?? [];
  return (
    <Section id="topics" title={text('optionsTopics')} hint={text('optionsTopicsHint')}>
      {known?.length === 0 && <p class="hint">{text('packsNone')}</p>}
      <TopicList packs={packs} settings={settings} change={change} />
      <EntitySwitches
        packs={packs}
        settings={settings}
        listEntities={services.listEntities}
        change={change}
      />
      <HiddenEntities
        entities={settings.hiddenEntities}
        packs={known}
        getEntities={services.getEntities}
        change={change}
      />
      <ExceptionList
        exceptions={settings.exceptions}
        packs={known}
        getEntities={services.getEntities}
        change={change}
      />
    </Section>
  );
}
