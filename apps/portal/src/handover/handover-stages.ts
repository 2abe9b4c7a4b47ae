import type { TimelineStep } from '@guildhall/ui';
import type { HandoverCapsuleStatus } from '../generated/graphql.js';

/** The stages of a handover, in their order. */
const stages = ['OPEN', 'OUTGOING_FILLED', 'SHADOWING', 'ACCEPTED', 'SEALED'] as const;

/** What the stages of a handover follow from. */
export type StagedHandover = {
  readonly status: HandoverCapsuleStatus;
  readonly isLate: boolean;
  readonly openedAt: string;
  readonly filledAt?: string | null;
  readonly shadowingAt?: string | null;
  readonly acceptedAt?: string | null;
  readonly sealedAt?: string | null;
};

/** One stage, and when it was reached. */
export type Stage = {
  readonly stage: HandoverCapsuleStatus;
  readonly state: TimelineStep['state'];
  readonly at: string | undefined;
};

/**
 * The stages of a handover with how far it is. One that was sealed without being accepted shows what never happened as
 * what is still to come never does: as a problem.
 */
export function stagesOf(capsule: StagedHandover): readonly Stage[] {
  const reached = {
    OPEN: capsule.openedAt,
    OUTGOING_FILLED: capsule.filledAt ?? undefined,
    SHADOWING: capsule.shadowingAt ?? undefined,
    ACCEPTED: capsule.acceptedAt ?? undefined,
    SEALED: capsule.sealedAt ?? undefined,
  };
  return stages.map((stage) => ({ stage, at: reached[stage], state: stateOf(stage, reached[stage], capsule) }));
}

function stateOf(
  stage: HandoverCapsuleStatus,
  at: string | undefined,
  { status, isLate }: StagedHandover,
): TimelineStep['state'] {
  if (stage === status && status !== 'SEALED') return isLate ? 'problem' : 'now';
  if (at !== undefined) return 'done';
  return status === 'SEALED' ? 'problem' : 'next';
}
