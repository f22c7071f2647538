/**
 * Runs at most one query at a time and keeps one waiting: a newer query replaces the one that waits. A replaced query
 * is never answered.
 */
export function takeLatest<Question, Reply>(
  ask: (question: Question) => Promise<Reply>,
): (question: Question) => Promise<Reply> {
  let isBusy = false;
  let next: (() => void) | undefined;
  return (question) =>
    new Promise((resolve, reject) => {
      const start = () => {
        isBusy = true;
        next = undefined;
        ask(question)
          .then(resolve, reject)
          .finally(() => {
            isBusy = false;
            next?.();
          });
      };
      if (isBusy) next = start;
      else start();
    });
}
