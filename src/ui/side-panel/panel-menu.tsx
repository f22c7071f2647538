import { Ellipsis } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { text } from '../../i18n/texts.ts';

/** What is seldom needed, behind one button. Closes after a choice, with Esc and by a press elsewhere. */
export function PanelMenu({ children }: { children: ComponentChildren }) {
  const menu = useRef<HTMLDetailsElement>(null);
  const label = text('panelMore');

  function close(): void {
    const { current } = menu;
    if (!current?.open) return;
    const hadFocus = current.contains(document.activeElement);
    current.open = false;
    if (hadFocus) current.querySelector('summary')?.focus();
  }

  useEffect(() => {
    const leave = ({ target }: Event) => {
      if (menu.current?.open && !menu.current.contains(target as Node)) menu.current.open = false;
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, []);

  return (
    <details class="menu" ref={menu} onKeyDown={({ key }) => key === 'Escape' && close()}>
      <summary class="icon" title={label} aria-label={label}>
        <Ellipsis aria-hidden="true" />
      </summary>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a key that presses a button also clicks it */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: as above */}
      <div class="menu-items" onClick={({ target }) => (target as Element).closest('button, a') && close()}>
        {children}
      </div>
    </details>
  );
}
