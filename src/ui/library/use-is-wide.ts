import { useEffect, useState } from 'preact/hooks';

/** From here on the filters stand beside the results; the style sheet says the same. */
const wide = '(min-width: 56rem)';

/** Whether there is room beside the results. */
export function useIsWide(): boolean {
  const [isWide, setIsWide] = useState(() => matchMedia(wide).matches);
  useEffect(() => {
    const query = matchMedia(wide);
    const listener = () => setIsWide(query.matches);
    query.addEventListener('change', listener);
    return () => query.removeEventListener('change', listener);
  }, []);
  return isWide;
}
