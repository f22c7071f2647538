const channelName = 'sidelight-kept';

/** Notifies every open page of the extension of the stories that have changed, appeared or gone: of none, too. For the background. */
export function announceKept(stories: readonly string[]): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(stories);
  channel.close();
}

/** Reports the ids of stories after each change, none if it changed nothing, until `signal` aborts. */
export function watchKept(onChange: (stories: readonly string[]) => void, signal: AbortSignal): void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }: MessageEvent<readonly string[]>) => onChange(data);
  signal.addEventListener('abort', () => channel.close(), { once: true });
}
