import { useEffect, useState } from 'preact/hooks';

/** How far down the window reading begins, as a part of its height. */
const readingLine = 0.12;

/**
 * The section that is being read: the last one that begins above the reading line. At the page's end, where the last
 * sections cannot get that far up, it is the one that the reader has asked for, or else the last.
 * @param ids of the sections' elements, in their order
 * @param readWanted the id of the section that a link or button last led to
 */
export function useSectionInView(
  ids: readonly string[],
  readWanted: () => string | undefined,
): string | undefined {
  const [current, setCurrent] = useState(ids[0]);
  const all = ids.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `readWanted` reads what is current.
  useEffect(() => {
    let frame = 0;
    const update = () => {
      frame = 0;
      setCurrent(findSection(all.split(' '), readWanted()));
    };
    const schedule = () => {
      frame ||= requestAnimationFrame(update);
    };
    schedule();
    const closing = new AbortController();
    for (const change of ['scroll', 'resize', 'hashchange']) {
      addEventListener(change, schedule, { passive: true, signal: closing.signal });
    }
    return () => {
      closing.abort();
      cancelAnimationFrame(frame);
    };
  }, [all]);
  return current;
}

function findSection(ids: readonly string[], wanted: string | undefined): string | undefined {
  const places = ids.flatMap((id) => {
    const top = document.getElementById(id)?.getBoundingClientRect().top;
    return top === undefined ? [] : [{ id, top }];
  });
  const page = document.documentElement;
  // What a sticky header covers is not read.
  const padding = Number.parseFloat(getComputedStyle(page).scrollPaddingTop) || 0;
  const line = Math.max(innerHeight * readingLine, padding + 1);
  const isAtEnd = scrollY > 0 && scrollY + innerHeight >= page.scrollHeight - 1;
  const reached = places.filter(({ top }) => top < (isAtEnd ? innerHeight : line));
  const found = isAtEnd && reached.find(({ id, top }) => id === wanted && top >= 0);
  return (found || reached.at(-1) || places[0])?.id;
}
