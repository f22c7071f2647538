import { waitUntil } from './wait-until.ts';

/** The enabled buttons, in order. */
export function enabledButtons(place: ParentNode): HTMLButtonElement[] {
  return [...place.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')].filter((button) =>
    button.checkVisibility(),
  );
}

export function nameOf(button: HTMLElement): string {
  return (button.getAttribute('aria-label') ?? button.textContent).trim();
}

/** Waits for an enabled button of this name. */
export async function waitForButton(place: ParentNode, name: string): Promise<HTMLButtonElement> {
  const find = () => enabledButtons(place).find((button) => nameOf(button) === name);
  return (await waitUntil(find)) as HTMLButtonElement;
}

/** Resolves when effects have run, and their results are rendered. */
export async function settle(): Promise<void> {
  for (let frames = 0; frames < 4; frames++) {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  }
}
