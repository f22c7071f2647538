import { text } from '../../i18n/texts.ts';
import type { Settings } from '../../settings/settings.ts';
import { Choice, Section } from '../components/form-controls.tsx';
import { MarkStyleFields } from './mark-style-fields.tsx';
import type { SetField } from './undo/change.ts';
import { densities, extents } from './undo/setting-texts.ts';

/** How much of a page is marked, and the style of the marks. */
export function MarksSection({ settings, set }: { settings: Settings; set: SetField }) {
  return (
    <Section id="marks" title={text('optionsMarks')}>
      <Choice
        name="density"
        title="optionsDensity"
        options={densities}
        value={settings.density}
        onChange={set('density')}
      />
      <Choice
        name="extent"
        title="optionsExtent"
        options={extents}
        value={settings.extent}
        onChange={set('extent')}
      />
      <MarkStyleFields style={settings.marks} onChange={set('marks')} />
    </Section>
  );
}
