import type { PanelEntity } from '../../view-models/panel-content.ts';
import { NameWords } from '../content/name-words.tsx';

interface NameListProps {
  readonly names: readonly PanelEntity[];
  onReveal(ref: string): void;
}

/** Names on the page; each entry goes there. */
export function NameList({ names, onReveal }: NameListProps) {
  return (
    <ul class="names">
      {names.map((name) => (
        <li key={name.ref}>
          <button type="button" class="line" onClick={() => onReveal(name.ref)}>
            <NameWords name={name} />
          </button>
        </li>
      ))}
    </ul>
  );
}
