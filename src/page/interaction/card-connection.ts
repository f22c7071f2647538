import type { BoxCalls, CardLink } from '../../contracts/card-calls.ts';

/** How the box reaches the page of the extension that it holds. */
export interface CardConnection {
  /** Of the page that draws cards. */
  readonly address: string;
  /** Until `signal` aborts. @param token of the frame */
  connect(token: string, listener: BoxCalls, signal: AbortSignal): CardLink;
}
