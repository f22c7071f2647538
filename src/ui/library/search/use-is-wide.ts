import { useMediaQuery } from '../../components/use-media-query.ts';

/** The width from which the filters are beside the results; the style sheet repeats it. */
const wide = '(min-width: 56rem)';

/** Whether the filters fit beside the results. */
export const useIsWide = (): boolean => useMediaQuery(wide);
