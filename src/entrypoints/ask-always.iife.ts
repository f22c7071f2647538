import { asksAlwaysKey } from '../content/asks-always.ts';

// Registered in Firefox while the reader has imported packs: runs in every page before `content.iife.ts`.
Object.defineProperty(globalThis, asksAlwaysKey, { value: true, configurable: true });
