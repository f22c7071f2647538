import { vi } from 'vitest';

/** As `vi.waitUntil`, whose own second is too short where other work holds the processor: the wait ends when it is met. */
export function waitUntil<Result>(condition: () => Result): Promise<Awaited<Result>> {
  return vi.waitUntil(condition, { timeout: 20_000 }) as Promise<Awaited<Result>>;
}
