import { randomBytes } from 'node:crypto';
import { createIdSource, type Clock, type IdSource } from '@guildhall/kernel';

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date() };

/** Ids from the clock given and the operating system's randomness. */
export function systemIds(clock: Clock): IdSource {
  return createIdSource(
    () => clock.now().getTime(),
    (count) => randomBytes(count),
  );
}
