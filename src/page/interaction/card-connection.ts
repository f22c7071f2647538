import type { BoxCalls, CardLink } from '../../contracts/card-calls.ts';

/** How the box communicates with the extension page inside it. */
export interface CardConnection {
  /** The address of the page that draws cards. */
  readonly address: string;
  /**
   * Connects until `signal` aborts.
   * @param token of the frame
   */
  connect(token: string, listener: BoxCalls, signal: AbortSignal): CardLink;
}
