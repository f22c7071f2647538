import { waitUntil } from './wait-until.ts';

/** What can be pressed, in its order. */
export function enabledButtons(place: ParentNode): HTMLButtonElement[] {
  return [...place.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')].filter((button) =>
    button.checkVisibility(),
  );
}

export function nameOf(button: HTMLElement): string {
  return (button.getAttribute('aria-label') ?? button.textContent).trim();
}

/** The button of this name, once there is one that can be pressed. */
export async function waitForButton(place: ParentNode, name: string): Promise<HTMLButtonElement> {
  const find = () => enabledButtons(place).find((button) => nameOf(button) === name);
  return (await waitUntil(find)) as HTMLButtonElement;
}

/** Effects have run, and whatever they led to is drawn. */
export async function settle(): Promise<void> {
  for (let frames = 0; frames < 4; frames++) {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  }
}
