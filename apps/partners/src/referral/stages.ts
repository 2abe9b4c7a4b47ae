import type { TimelineStep } from '@guildhall/ui';
import type { ReferralDecision, ReferralStatus } from '../generated/graphql.js';

/** What a department passes through with a referral. */
export type Stage = 'SENT' | 'ACKNOWLEDGED' | 'RESPONDED' | 'ACTIONS' | 'CLOSED' | 'WITHDRAWN';

/** One stage and where it stands. */
export type StageState = { readonly stage: Stage; readonly state: TimelineStep['state'] };

const reached: Readonly<Record<ReferralStatus, Stage>> = {
  DRAFTED: 'SENT',
  CONSENTED: 'SENT',
  SENT: 'SENT',
  ACKNOWLEDGED: 'ACKNOWLEDGED',
  INFO_REQUESTED: 'ACKNOWLEDGED',
  RESPONDED: 'RESPONDED',
  ACTIONS: 'ACTIONS',
  CLOSED: 'CLOSED',
  WITHDRAWN: 'WITHDRAWN',
};

/**
 * The stages of a referral in their order. There is nothing to do after an answer that promises nothing, and of a withdrawn one only
 * the sending and the withdrawal are known.
 */
export function stagesOf(status: ReferralStatus, decision?: ReferralDecision): readonly StageState[] {
  if (status === 'WITHDRAWN') {
    return [
      { stage: 'SENT', state: 'done' },
      { stage: 'WITHDRAWN', state: 'problem' },
    ];
  }
  const promisesNothing = decision === 'DECLINE' || decision === 'REDIRECT';
  const stages: readonly Stage[] = promisesNothing
    ? ['SENT', 'ACKNOWLEDGED', 'RESPONDED', 'CLOSED']
    : ['SENT', 'ACKNOWLEDGED', 'RESPONDED', 'ACTIONS', 'CLOSED'];
  const now = stages.indexOf(reached[status]);
  return stages.map((stage, index) => ({ stage, state: stateAt(index, now, status) }));
}

function stateAt(index: number, now: number, status: ReferralStatus): TimelineStep['state'] {
  if (index < now || (index === now && status === 'CLOSED')) return 'done';
  return index === now ? 'now' : 'next';
}
