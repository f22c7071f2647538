interface Transaction {
  readonly done: Promise<void>;
  readonly error: DOMException | null;
  abort(): void;
}

/**
 * Does the work of a transaction and waits until it is stored: after a failure nothing has changed.
 * @param makeFull makes the error that is thrown if the disk, or the browser's share of it, is full
 */
export async function completeTransaction<Started extends Transaction, Result>(
  transaction: Started,
  work: (transaction: Started) => Promise<Result>,
  makeFull: (options: ErrorOptions) => Error,
): Promise<Result> {
  // Rejects together with the work; without a handler that would be reported as unhandled.
  transaction.done.catch(() => undefined);
  try {
    const result = await work(transaction);
    await transaction.done;
    return result;
  } catch (error) {
    abortQuietly(transaction);
    const reason = transaction.error ?? error;
    if (!isStorageFull(reason) && !isStorageFull(error)) throw error;
    throw makeFull({ cause: reason });
  }
}

function abortQuietly(transaction: Transaction): void {
  try {
    transaction.abort();
  } catch {
    // It has aborted already, as intended.
  }
}

function isStorageFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}
