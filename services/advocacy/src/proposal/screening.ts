import { FieldChecks, type Id, type Result, type ValidationError } from '@guildhall/kernel';
import type { ProposalId } from './proposal.js';

/** What the committee decided about a proposal. */
export type ScreeningOutcome =
  | 'RETURNED'
  | 'NOT_FILED'
  | 'MERGE_OFFERED'
  | 'FILED'
  | 'APPEAL_UPHELD'
  | 'APPEAL_REJECTED';

/** Why a proposal is not filed. */
export type RefusalReason = 'AGAINST_LAW' | 'OUTSIDE_POWER' | 'PERSONAL' | 'BADLY_FORMED' | 'MORE_THAN_ONE_MATTER';

/** One decision of the committee, with its words. */
export type Screening = {
  readonly id: Id<'Screening'>;
  readonly proposalId: ProposalId;
  readonly decision: ScreeningOutcome;
  readonly reason: RefusalReason | undefined;
  readonly note: string;
  /** The actor key of who decided. */
  readonly decidedBy: string;
  readonly decidedAt: Date;
};

/** What the council decided, as its minutes say. */
export type CouncilDecision = {
  readonly proposalId: ProposalId;
  readonly adopted: boolean;
  /** The campus day of the meeting, `YYYY-MM-DD`. */
  readonly metOn: string;
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly abstentions: number;
};

const noteMax = 2000;
const votesMax = 100_000;

/** Checks the words of a decision or an appeal. */
export function checkNote(path: string, note: string): Result<string, ValidationError> {
  return new FieldChecks().text(path, note, { max: noteMax }).finish(note.trim());
}

/** Checks a council's decision: whole votes, and a result that the votes do not contradict. */
export function checkCouncil(decision: CouncilDecision): Result<CouncilDecision, ValidationError> {
  const { votesFor, votesAgainst, abstentions, adopted, metOn } = decision;
  const range = { min: 0, max: votesMax };
  return new FieldChecks()
    .whole('votesFor', votesFor, range)
    .whole('votesAgainst', votesAgainst, range)
    .whole('abstentions', abstentions, range)
    .that(/^\d{4}-\d{2}-\d{2}$/.test(metOn), 'metOn', 'BAD_FORMAT', 'Write the day as YYYY-MM-DD.')
    .that(
      !adopted || votesFor > votesAgainst,
      'adopted',
      'CONTRADICTION',
      'A proposal is adopted by more votes for it than against it.',
    )
    .finish(decision);
}
