import { useEffect, useState } from 'preact/hooks';

/** Whether a media query matches, now and after each change. */
export function useMediaQuery(query: string): boolean {
  const [isMet, setIsMet] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const listener = () => setIsMet(list.matches);
    // It may have changed since the first render.
    listener();
    list.addEventListener('change', listener);
    return () => list.removeEventListener('change', listener);
  }, [query]);
  return isMet;
}
