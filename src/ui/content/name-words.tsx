import { countedText } from '../../i18n/texts.ts';
import type { PanelEntity } from '../../view-models/panel-content.ts';
import { PackWords } from './content-language.tsx';

/** A name on the page, how many outlets speak of it, and how often the page has it. */
export function NameWords({ name: { title, count, outletCount } }: { name: PanelEntity }) {
  return (
    <>
      <PackWords class="name">{title}</PackWords>{' '}
      <span class="count">
        {outletCount > 0 && `${countedText('cardOutlets', outletCount)} · `}
        {countedText('toolbarTimes', count)}
      </span>
    </>
  );
}
