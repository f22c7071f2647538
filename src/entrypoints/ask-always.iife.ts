import { asksAlwaysKey } from '../content/asks-always.ts';

// Registered in Firefox as long as the reader has packs of their own: runs in every page before `content.iife.ts`.
Object.defineProperty(globalThis, asksAlwaysKey, { value: true, configurable: true });
