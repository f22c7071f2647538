/**
 * Lets at most one question be under way and one wait: while a question is being answered only the last of those that
 * follow is worth asking. One that is overtaken is never answered.
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
