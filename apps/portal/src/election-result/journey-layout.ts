import { asFraction, type JourneyStory } from './journey-story.js';
import type { Holder } from './transfer-layout.js';

/** A straight piece of the way: a vote, or what stayed behind of it, lies with somebody from one stage to another. */
export type Stretch = {
  readonly row: number;
  readonly fromStage: number;
  readonly toStage: number;
  /** From 0 to 1. */
  readonly value: number;
  readonly hasStayed: boolean;
};

/** A bend: what moved from one row to another between two stages. */
export type Bend = { readonly fromRow: number; readonly toRow: number; readonly stage: number; readonly value: number };

/** The way of a vote, a row for each holder in the order in which it came to them, a column for each stage. */
export type JourneyPicture = {
  readonly rows: readonly Holder[];
  readonly stretches: readonly Stretch[];
  readonly bends: readonly Bend[];
};

/** Lays out the way of a vote through so many stages. */
export function layOutJourney({ legs }: JourneyStory, stages: number): JourneyPicture {
  const rows = legs.map(({ holder }) => holder);
  const stretches = legs.flatMap(({ stage, value }, row): readonly Stretch[] => {
    const next = legs[row + 1];
    const stayed = next?.moved?.stayed ?? 0;
    return [
      // The move happens within the stage that is named, so the vote lies where it was until the stage before.
      {
        row,
        fromStage: stage,
        toStage: next === undefined ? stages : next.stage - 1,
        value: asFraction(value),
        hasStayed: false,
      },
      ...(next === undefined || stayed === 0
        ? []
        : [{ row, fromStage: next.stage - 1, toStage: stages, value: asFraction(stayed), hasStayed: true }]),
    ];
  });
  const bends = legs.flatMap(({ stage, value }, row) =>
    row === 0 ? [] : [{ fromRow: row - 1, toRow: row, stage, value: asFraction(value) }],
  );
  return { rows, stretches, bends };
}
