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
    // Where a page is scrolled to when it has loaded differs from run to run.
    const numbers = [x + scrollX, y + scrollY, width, height].map((length) => Math.round(length * 100) / 100);
    boxes.push(`${element.localName} ${numbers.join(' ')}`);
  }
  return {
    html: document.documentElement.outerHTML,
    boxes,
    textLength: document.body?.textContent?.length ?? 0,
  };
}

/** The first element whose box differs, told by both lines; undefined where all are equal. */
export function findMovedBox(one: PageFingerprint, other: PageFingerprint): string | undefined {
  if (one.boxes.length !== other.boxes.length)
    return `${one.boxes.length} elements, ${other.boxes.length} without`;
  const index = one.boxes.findIndex((box, number) => box !== other.boxes[number]);
  return index < 0 ? undefined : `${one.boxes[index]}, without the extension ${other.boxes[index]}`;
}
