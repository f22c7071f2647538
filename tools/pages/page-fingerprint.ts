/** What is compared between a page with the extension and the same page without it. */
export interface PageFingerprint {
  readonly html: string;
  /** One line for each element: its name and its box, rounded to a hundredth of a pixel. */
  readonly boxes: readonly string[];
  readonly textLength: number;
}

/** Runs inside the page. */
export function readFingerprint(): PageFingerprint {
  const boxes: string[] = [];
  for (const element of document.querySelectorAll('*')) {
    const { x, y, width, height } = element.getBoundingClientRect();
    // The scroll position after loading differs from run to run.
    const numbers = [x + scrollX, y + scrollY, width, height].map((length) => Math.round(length * 100) / 100);
    boxes.push(`${element.localName} ${numbers.join(' ')}`);
  }
  return {
    html: document.documentElement.outerHTML,
    boxes,
    textLength: document.body?.textContent?.length ?? 0,
  };
}

/**
 * The first element whose box differs, as both lines; undefined if all are equal. Boxes that differ among the runs
 * without the extension (animations, late images) change by themselves and are left out.
 */
export function findMovedBox(one: PageFingerprint, bare: readonly PageFingerprint[]): string | undefined {
  const [first] = bare;
  if (!first) throw new Error('There is nothing to compare with.');
  if (bare.every(({ boxes }) => boxes.length !== one.boxes.length))
    return `${one.boxes.length} elements, ${first.boxes.length} without`;
  const index = one.boxes.findIndex(
    (box, number) =>
      box !== first.boxes[number] && bare.every(({ boxes }) => boxes[number] === first.boxes[number]),
  );
  return index < 0 ? undefined : `${one.boxes[index]}, without the extension ${first.boxes[index]}`;
}

/** Whether the page equals one of the runs without the extension. */
export function isSameHtml(one: PageFingerprint, bare: readonly PageFingerprint[]): boolean {
  return bare.some(({ html }) => html === one.html);
}
