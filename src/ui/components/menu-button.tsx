import { Ellipsis } from 'lucide-preact';
import type { ComponentChildren, RefObject } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';

export interface MenuItem {
  /** Identifies it in the menu. */
  readonly name: string;
  readonly label: ComponentChildren;
  readonly icon: ComponentChildren;
  onChoose(): void;
}

interface MenuButtonProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** The button, for code that gives it the focus back. */
  readonly buttonRef: RefObject<HTMLButtonElement>;
}

/**
 * A button with a menu of actions above it, which takes the focus while it is open (the menu button pattern of WAI-ARIA).
 * It stands in the last row of its window.
 */
export function MenuButton({ label, items, buttonRef }: MenuButtonProps) {
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  /** The place of the item that has the focus when the menu opens; undefined while it is closed. */
  const [first, setFirst] = useState<number>();
  const isOpen = first !== undefined;

  const close = () => {
    // First, so that the focus is not lost with the menu, and what the reader chose may take it from here.
    buttonRef.current?.focus({ preventScroll: true });
    setFirst(undefined);
  };
  const openByKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    setFirst(event.key === 'ArrowDown' ? 0 : items.length - 1);
  };
  const leave = ({ relatedTarget }: FocusEvent) => {
    // Null where the window loses the focus, for a moment or for good.
    if (relatedTarget !== null && !place.current?.contains(relatedTarget as Node)) setFirst(undefined);
  };
  return (
    <div class="menu-place" ref={place} onFocusOut={leave}>
      <button
        ref={buttonRef}
        type="button"
        class="icon menu-button"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => (isOpen ? close() : setFirst(0))}
        onKeyDown={openByKey}
      >
        <Ellipsis aria-hidden="true" />
      </button>
      {isOpen && <Menu id={id} label={label} items={items} first={first} onClose={close} />}
    </div>
  );
}

interface MenuProps extends Pick<MenuButtonProps, 'label' | 'items'> {
  readonly id: string;
  readonly first: number;
  onClose(): void;
}

function Menu({ id, label, items, first, onClose }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  const focusItem = (at: number) =>
    menu.current
      ?.querySelectorAll<HTMLElement>('[role=menuitem]')
      [(at + items.length) % items.length]?.focus();
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a menu that opens moves the focus.
  useLayoutEffect(() => focusItem(first), []);

  const handleKey = (event: KeyboardEvent) => {
    const all = [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const at = all.indexOf(event.target as HTMLElement);
    const goal = goalOf(event, at, all);
    if (goal !== undefined) {
      event.preventDefault();
      focusItem(goal);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      // Esc closes what is on top, and not what is around it.
      event.stopPropagation();
      onClose();
    } else if (event.key === 'Tab') {
      // The browser goes on from the button.
      onClose();
    }
  };
  return (
    <div ref={menu} class="menu" id={id} role="menu" tabIndex={-1} aria-label={label} onKeyDown={handleKey}>
      {items.map(({ name, label: words, icon, onChoose }) => (
        <button
          type="button"
          key={name}
          name={name}
          role="menuitem"
          tabIndex={-1}
          onClick={() => {
            onClose();
            onChoose();
          }}
        >
          {icon}
          <span>{words}</span>
        </button>
      ))}
    </div>
  );
}

/** The place of the item that a key leads to, from the one at `at`; the first follows the last. */
function goalOf(
  { key, altKey, ctrlKey, metaKey }: KeyboardEvent,
  at: number,
  items: readonly HTMLElement[],
): number | undefined {
  if (altKey || ctrlKey || metaKey) return undefined;
  if (key === 'ArrowDown') return at + 1;
  if (key === 'ArrowUp') return at < 0 ? -1 : at - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return -1;
  // Space presses the item. The letters of another script have a length of one, too.
  if (key.length !== 1 || key === ' ') return undefined;
  const begins = (item: HTMLElement) =>
    item.textContent?.toLocaleLowerCase().startsWith(key.toLocaleLowerCase());
  const next = [...items.keys()].map((step) => (at + 1 + step) % items.length);
  return next.find((place) => begins(items[place] as HTMLElement));
}
