/** Every text node under the body, as the floor walks them. */
export function visitTexts(visit: (text: string) => void): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null)
    visit(node.data);
}
