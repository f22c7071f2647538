import { callBackground } from './call-background.ts';

export interface PageHost {
  /** Empty where the page has none (a file), and until it is known. */
  readonly name: string;
  /** Resolves when the name is known or cannot be had. */
  readonly known: Promise<void>;
}

/**
 * Host of the page that this frame stands in, as the reader sees it in the address bar. A frame of another site cannot
 * see it and asks the background.
 */
export function findPageHost(view: Window): PageHost {
  let name = view.parent === view ? view.location.hostname : '';
  const known =
    view.parent === view
      ? Promise.resolve()
      : callBackground('getPageHost').then(
          (host) => {
            name = host;
          },
          // Out of reach: without a name nothing is offered to be switched off.
          () => undefined,
        );
  return {
    get name() {
      return name;
    },
    known,
  };
}
