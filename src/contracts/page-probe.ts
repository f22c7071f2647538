/** Runs in the page; `page/probe-page.ts`. */
export type ProbePage = () => {
  readonly isReached: boolean;
  readonly isLoading: boolean;
  readonly contentType: string;
};
