/** The last work queued for each key, until it has ended. */
const latest = new Map<string, Promise<void>>();

/** Runs `work` once all earlier work with the same key has ended, successfully or not. */
export function runSerially(key: string, work: () => Promise<void>): Promise<void> {
  const done = (latest.get(key) ?? Promise.resolve()).catch(() => undefined).then(work);
  latest.set(key, done);
  const forget = () => latest.get(key) === done && latest.delete(key);
  done.then(forget, forget);
  return done;
}
