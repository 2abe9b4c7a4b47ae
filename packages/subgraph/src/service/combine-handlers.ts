import type { EventHandlers } from '@guildhall/events';

/** Two handlers of one event both run, the first one first, in the same transaction. */
export function combineHandlers(first: EventHandlers, second: EventHandlers): EventHandlers {
  const names = new Set([...Object.keys(first), ...Object.keys(second)]) as Set<keyof EventHandlers>;
  const combined = [...names].map((name) => [
    name,
    async (...args: [never, never]) => {
      await first[name]?.(...args);
      await second[name]?.(...args);
    },
  ]);
  return Object.fromEntries(combined) as EventHandlers;
}
