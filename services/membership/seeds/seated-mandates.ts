import type { DemoMandate } from '@guildhall/demo';

/** A mandate with the seat of its position that it takes. */
export type SeatedMandate = { readonly mandate: DemoMandate; readonly seat: number };

/** Gives every mandate the lowest seat of its position that nobody holds during its time. */
export function seatedMandates(mandates: readonly DemoMandate[]): readonly SeatedMandate[] {
  const byPosition = Map.groupBy(mandates, ({ positionId }) => positionId);
  return [...byPosition.values()].flatMap((ofPosition) => {
    const seated: SeatedMandate[] = [];
    for (const mandate of ofPosition) {
      const taken = new Set(seated.filter((other) => overlap(other.mandate, mandate)).map(({ seat }) => seat));
      let seat = 1;
      while (taken.has(seat)) seat += 1;
      seated.push({ mandate, seat });
    }
    return seated;
  });
}

function overlap(one: DemoMandate, other: DemoMandate): boolean {
  return one.from < endOf(other) && other.from < endOf(one);
}

function endOf({ to, endedAt }: DemoMandate): Date {
  return endedAt ?? to;
}
