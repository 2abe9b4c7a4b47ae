import type { RandomStream } from '../random-stream.js';
import { after, dayMs, lastWelcome, welcomeFortnight } from '../season.js';

/** Of all who join in a year, this share does so in the welcome fortnight. */
const welcomeShare = 0.38;

/**
 * When a member joined who is now in their (`yearsAgo` + 1)th year: in the welcome fortnight of that year, or in the fifty
 * weeks after it, most of them early. Never later than the anchor.
 */
export function joinedInYear(random: RandomStream, anchor: Date, yearsAgo: number): Date {
  const welcome = welcomeFortnight(lastWelcome(anchor).from.getUTCFullYear() - yearsAgo);
  const daysOpen = Math.min(350, (anchor.getTime() - welcome.to.getTime()) / dayMs);
  const isWelcome = daysOpen < 1 || random.chance(welcomeShare);
  const day = isWelcome ? random.next() ** 1.4 * 14 : 14 + random.next() ** 1.7 * daysOpen;
  const joined = after(welcome.from, Math.floor(day) * dayMs + random.between(9 * 60, 19 * 60) * 60_000);
  return joined < anchor ? joined : after(anchor, -random.between(5, 600) * 60_000);
}
