/** What of a deadline is drawn. */
export type DrawnDeadline = {
  readonly startsAt: string;
  readonly dueAt: string;
  readonly metAt?: string | null;
  readonly pauses: readonly { readonly id: string; readonly startsAt: string; readonly endsAt?: string | null }[];
};

/** A piece of a line, in percent of its length. */
export type Span = { readonly start: number; readonly length: number };

/** Where a deadline, its pauses and the present lie on a line from the earliest start to the latest end of all that is drawn. */
export function measureDeadlines(deadlines: readonly DrawnDeadline[], nowMs: number) {
  const starts = deadlines.map(({ startsAt }) => Date.parse(startsAt));
  const ends = deadlines.map(({ dueAt, metAt }) => Math.max(Date.parse(dueAt), metAt ? Date.parse(metAt) : 0));
  const from = Math.min(...starts);
  const to = Math.max(...ends, from + 1);
  const at = (instantMs: number): number => (100 * (Math.min(Math.max(instantMs, from), to) - from)) / (to - from);
  const between = (startMs: number, endMs: number): Span => ({ start: at(startMs), length: at(endMs) - at(startMs) });
  return {
    now: nowMs >= from && nowMs <= to ? at(nowMs) : undefined,
    spanOf: ({ startsAt, dueAt }: DrawnDeadline): Span => between(Date.parse(startsAt), Date.parse(dueAt)),
    pausesOf: ({ pauses }: DrawnDeadline): readonly (Span & { readonly id: string })[] =>
      pauses.map(({ id, startsAt, endsAt }) => ({
        id,
        ...between(Date.parse(startsAt), endsAt ? Date.parse(endsAt) : nowMs),
      })),
  };
}
