import { useMediaQuery } from '../../components/use-media-query.ts';

/** From here on the filters stand beside the results; the style sheet says the same. */
const wide = '(min-width: 56rem)';

/** Whether there is room beside the results. */
export const useIsWide = (): boolean => useMediaQuery(wide);
