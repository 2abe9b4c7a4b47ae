/*
 * From those who entered to what is drawn: the entries of the closed list with their tickets, and the result of the draw.
 */
import { drawPlaces } from '@guildhall/lot';
import type { MemberId } from '../references/member.js';
import { partyTickets, type DrawnEntry, type Entrant } from './fair-start.js';
import type { FairStartRules } from './fair-start-rules.js';

/** What the draw is made of besides who entered. */
export type DrawFacts = {
  readonly places: number;
  readonly seed: string;
  readonly rules: FairStartRules;
  /** What strikes leave of the chances of those who have any, in per cent. */
  readonly drawPercentOf: ReadonlyMap<MemberId, number>;
};

/** Draws: every entry with its size, tickets, number and whether it has its places, in the order of the draw. */
export function drawEntries(
  entrants: readonly Entrant[],
  { places, seed, rules, drawPercentOf }: DrawFacts,
): readonly Omit<DrawnEntry, 'rank' | 'activityId'>[] {
  const entries = new Map(
    [...Map.groupBy(entrants, ({ entryId }) => entryId)].map(([id, people]) => [
      id as string,
      {
        id,
        size: people.length,
        tickets: partyTickets(
          people.map((one) => ({ ...one, drawPercent: drawPercentOf.get(one.memberId) ?? 100 })),
          rules,
        ),
      },
    ]),
  );
  return drawPlaces({ entries: [...entries.values()], places, seed }).flatMap(({ id, number, isPlaced }) => {
    const entry = entries.get(id);
    return entry === undefined ? [] : [{ ...entry, number, isPlaced }];
  });
}
