import { siteOf } from '../settings/site-rules.ts';
import { callBackground } from './call-background.ts';

export interface PageHost {
  /** Empty where the page has none (a file), and until it is known. */
  readonly name: string;
  /** Resolves when the name is known or cannot be had. */
  readonly known: Promise<void>;
}

/**
 * Site (`siteOf`) of the page that this frame stands in. A frame of another site cannot
 * see it and asks the background.
 */
export function findPageHost(view: Window): PageHost {
  let name = view.parent === view ? siteOf(view.location.href) : '';
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
