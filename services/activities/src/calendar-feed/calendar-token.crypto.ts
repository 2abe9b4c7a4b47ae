import { createHash, randomBytes } from 'node:crypto';
import type { CalendarTokens } from './calendar-feed.js';

/** Secrets of 192 random bits; 32 characters of base64url. */
export const calendarTokens: CalendarTokens = {
  make: () => randomBytes(24).toString('base64url'),
  digest: (token) => createHash('sha256').update(token).digest(),
};

/** The strong entity tag of a file: equal files have equal tags. */
export function entityTag(body: string): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
}
