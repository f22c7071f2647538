/** Every text node under `root`, walked as by the lower bound (`floor`). */
export function visitTexts(root: Element, visit: (text: string) => void): void {
  const walker = root.ownerDocument.createTreeWalker(root, 4 /* NodeFilter.SHOW_TEXT */);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null)
    visit(node.data);
}
