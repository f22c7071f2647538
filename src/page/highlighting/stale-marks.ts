/** Unwraps all text that an instance which no longer runs has left wrapped in elements of this name. */
export function unwrapStaleMarks(root: ParentNode, markElementName: string): void {
  for (const element of root.querySelectorAll(markElementName)) {
    const before = element.previousSibling;
    const after = element.nextSibling;
    const text = element.textContent ?? '';
    element.remove();
    if (before instanceof Text && after instanceof Text) {
      before.appendData(text + after.data);
      after.remove();
    } else if (before instanceof Text) before.appendData(text);
    else if (after instanceof Text) after.insertData(0, text);
  }
}
