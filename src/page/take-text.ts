import { flowOf } from './text-flow.ts';

/** Elements whose text no reader sees in the line they are in, by their names or attributes. */
const unseenCandidates =
  'script,style,noscript,template,noembed,noframes,rp,rt,' +
  '[hidden],[aria-hidden="true"],[style*="none" i],[style*="hidden" i],[style*="collapse" i]';

/**
 * The text under `root` as one string, taken by as few native calls as can be: walking the nodes costs ten times as much in a
 * script that runs cold. Nothing marks where a block ends. What is hidden within a line is left out, because a name may go on
 * behind it; so are scripts. Hidden blocks are not: they part names, and only make the text longer.
 */
export function takeText(root: Element | DocumentFragment): string {
  const unseen = [...root.querySelectorAll(unseenCandidates)].filter(
    (element) => flowOf(element) === 'unseen',
  );
  if (unseen.length === 0) return root.textContent ?? '';
  const range = root.ownerDocument.createRange();
  let text = '';
  let last: Element | undefined;
  range.setStart(root, 0);
  for (const element of unseen) {
    if (last?.contains(element)) continue;
    range.setEndBefore(element);
    text += range.toString();
    range.setStartAfter(element);
    last = element;
  }
  range.setEnd(root, root.childNodes.length);
  return text + range.toString();
}
