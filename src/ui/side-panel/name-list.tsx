import { countedText } from '../../i18n/texts.ts';
import type { PanelEntity } from '../../view-models/panel-content.ts';
import { PackWords } from '../content/content-language.tsx';

interface NameListProps {
  readonly names: readonly PanelEntity[];
  onReveal(ref: string): void;
}

/** Names on the page; each entry goes there. */
export function NameList({ names, onReveal }: NameListProps) {
  return (
    <ul class="names">
      {names.map(({ ref, title, count, outletCount }) => (
        <li key={ref}>
          <button type="button" class="line" onClick={() => onReveal(ref)}>
            <PackWords class="name">{title}</PackWords>{' '}
            <span class="count">
              {outletCount > 0 && `${countedText('cardOutlets', outletCount)} · `}
              {countedText('toolbarTimes', count)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
