/** The days of the week, Monday first. */
export const weekDays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;

/** The halves of a day. */
export const dayHalves = ['MORNING', 'AFTERNOON'] as const;

/** A half day of the week as the graph names it. */
export type HalfDay = `${(typeof weekDays)[number]}_${(typeof dayHalves)[number]}`;

/** Every half day, Monday morning first. */
export const halfDays: readonly HalfDay[] = weekDays.flatMap((day) =>
  dayHalves.map((half): HalfDay => `${day}_${half}`),
);
