import type { Stage } from '@guildhall/stv';
import type { CountResult } from './count-result.js';

/** A count as its columns come. */
export type CountResultRow = {
  readonly contest_id: CountResult['contestId'];
  readonly count_number: number;
  readonly counted_at: Date;
  readonly seats: number;
  readonly valid: number;
  readonly blank: number;
  readonly spoilt: number;
  readonly candidates: CountResult['candidates'];
  readonly passed_over: CountResult['passedOver'];
  readonly elected: CountResult['elected'];
  readonly stages: readonly StageInJson[];
  readonly turnout_parts: CountResult['turnoutParts'];
};

/** What is not there at a stage is left out of JSON. */
type StageInJson = Omit<Stage, 'from' | 'share' | 'tie'> & {
  readonly from?: Stage['from'];
  readonly share?: Stage['share'];
  readonly tie?: Omit<NonNullable<Stage['tie']>, 'decidedAtStage'> & { readonly decidedAtStage?: number };
};

/** A count made of its columns. */
export function toCountResult(row: CountResultRow): CountResult {
  return {
    contestId: row.contest_id,
    countNumber: row.count_number,
    countedAt: row.counted_at,
    seats: row.seats,
    valid: row.valid,
    blank: row.blank,
    spoilt: row.spoilt,
    candidates: row.candidates,
    passedOver: row.passed_over,
    elected: row.elected,
    stages: row.stages.map(toStage),
    turnoutParts: row.turnout_parts,
  };
}

function toStage(stage: StageInJson): Stage {
  const { from, share, tie } = stage;
  return { ...stage, from, share, tie: tie && { ...tie, decidedAtStage: tie.decidedAtStage } };
}
