import { vi } from 'vitest';

/**
 * Like `vi.waitUntil`, whose default of a second is too short on a busy machine: the wait ends when the condition is
 * met.
 */
export function waitUntil<Result>(condition: () => Result): Promise<Awaited<Result>> {
  return vi.waitUntil(condition, { timeout: 20_000 }) as Promise<Awaited<Result>>;
}
