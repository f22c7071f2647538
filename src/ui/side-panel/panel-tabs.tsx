import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { PanelTab } from '../../contracts/panel-request.ts';
import { isRightToLeft } from '../../i18n/language.ts';
import { formatNumber, text } from '../../i18n/texts.ts';

export interface TabContent {
  readonly tab: PanelTab;
  readonly label: string;
  readonly count?: number;
  /** Called only for a tab that is or was shown. */
  draw(): ComponentChildren;
}

interface PanelTabsProps {
  /** At least one. */
  readonly tabs: readonly TabContent[];
  readonly chosen: PanelTab;
  onChoose(tab: PanelTab): void;
  /** Beside the tabs. */
  readonly children: ComponentChildren;
}

/**
 * Tabs as in the ARIA Authoring Practices: one tab stop, arrow keys choose. What was once shown stays rendered, so that
 * it is found again as it was left.
 */
export function PanelTabs({ tabs, chosen, onChoose, children }: PanelTabsProps) {
  const list = useRef<HTMLDivElement>(null);
  const [visited, setVisited] = useState<readonly PanelTab[]>([]);
  if (!visited.includes(chosen)) setVisited([...visited, chosen]);
  const current = tabs.findIndex(({ tab }) => tab === chosen);

  function onKeyDown(event: KeyboardEvent): void {
    const next = findNext(event.key, current, tabs.length);
    const to = tabs[next ?? -1];
    if (to === undefined) return;
    event.preventDefault();
    onChoose(to.tab);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next ?? -1]?.focus();
  }

  return (
    <>
      <div class="tabs">
        <div role="tablist" aria-label={text('panelTitle')} ref={list} onKeyDown={onKeyDown}>
          {tabs.map(({ tab, label, count }) => (
            <button
              key={tab}
              type="button"
              role="tab"
              id={`tab-${tab}`}
              aria-selected={tab === chosen}
              aria-controls={`panel-${tab}`}
              tabIndex={tab === chosen ? 0 : -1}
              onClick={() => onChoose(tab)}
            >
              {label}
              {count !== undefined && <span class="total"> {formatNumber(count)}</span>}
            </button>
          ))}
        </div>
        {children}
      </div>
      {tabs.map(({ tab, draw }) => (
        <div
          key={tab}
          role="tabpanel"
          id={`panel-${tab}`}
          aria-labelledby={`tab-${tab}`}
          tabIndex={-1}
          hidden={tab !== chosen}
        >
          {(tab === chosen || visited.includes(tab)) && draw()}
        </div>
      ))}
    </>
  );
}

/** Undefined for any other key. */
function findNext(key: string, current: number, count: number): number | undefined {
  const forwards = isRightToLeft() ? 'ArrowLeft' : 'ArrowRight';
  const backwards = isRightToLeft() ? 'ArrowRight' : 'ArrowLeft';
  if (key === forwards) return (current + 1) % count;
  if (key === backwards) return (current - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}
