/** What was asked last for each key, as long as it goes on. */
const latest = new Map<string, Promise<void>>();

/** Does `work` when whatever was asked before under the same key has ended, well or not. */
export function runSerially(key: string, work: () => Promise<void>): Promise<void> {
  const done = (latest.get(key) ?? Promise.resolve()).catch(() => undefined).then(work);
  latest.set(key, done);
  const forget = () => latest.get(key) === done && latest.delete(key);
  done.then(forget, forget);
  return done;
}
