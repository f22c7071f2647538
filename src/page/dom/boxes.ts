/** Whether a viewport point is inside one of the boxes. */
export function hasBoxAt(boxes: readonly DOMRect[], x: number, y: number): boolean {
  return boxes.some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
}

/** The smallest box around all boxes, or undefined if there is none. */
export function boundsOf(boxes: readonly DOMRect[]): DOMRect | undefined {
  if (boxes.length === 0) return undefined;
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.right));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}
