import { describe, expect, it } from '@jest/globals';
import { decidedByOtto, sampleAppeal, sampleCandidacy, sampleNow as now } from '../../test/sample-candidacy.js';
import type { ElectionStatus } from '../election/election.js';
import {
  appealOf,
  areNominationsOpen,
  candidateLifecycle,
  type CandidateAction,
  type CandidateEvent,
  type CandidateStatus,
} from './candidate.js';

type State = CandidateStatus | 'REOPEN';
type Action = CandidateAction | CandidateEvent;

/** Where each action can lead, when its further conditions hold. Every pair that is not here must be refused. */
const legal: Readonly<Record<State, Partial<Record<Action, readonly CandidateStatus[]>>>> = {
  NOMINATED: { CONSENT: ['CONSENTED'], DECLINE: ['DECLINED'] },
  DECLINED: { CONSENT: ['CONSENTED'] },
  CONSENTED: { EDIT_STATEMENT: ['CONSENTED'], WITHDRAW: ['WITHDRAWN'], SCREEN: ['ELIGIBLE', 'INELIGIBLE'] },
  ELIGIBLE: { EDIT_STATEMENT: ['ELIGIBLE'], WITHDRAW: ['WITHDRAWN'], PUBLISH: ['STANDING'] },
  INELIGIBLE: {
    EDIT_STATEMENT: ['INELIGIBLE'],
    APPEAL: ['INELIGIBLE'],
    DECIDE_APPEAL: ['ELIGIBLE', 'INELIGIBLE'],
  },
  STANDING: { WITHDRAW: ['WITHDRAWN'], DISQUALIFY: ['DISQUALIFIED'], DECLARE: ['ELECTED', 'NOT_ELECTED'] },
  WITHDRAWN: {},
  DISQUALIFIED: { APPEAL: ['DISQUALIFIED'], DECIDE_APPEAL: ['STANDING', 'DISQUALIFIED'] },
  ELECTED: {},
  NOT_ELECTED: {},
  REOPEN: {},
};

/** An election and an appeal in which the action is possible if the state allows it. */
function inWhich(state: State, action: Action) {
  const phase: ElectionStatus = action === 'SCREEN' ? 'SCREENING' : 'NOMINATIONS';
  return sampleCandidacy(
    { ...decidedByOtto, isReopen: state === 'REOPEN', status: state === 'REOPEN' ? undefined : state },
    { election: { status: phase }, appeal: action === 'DECIDE_APPEAL' ? sampleAppeal() : undefined },
  );
}

const pairs = candidateLifecycle.states.flatMap((state) =>
  candidateLifecycle.actions.map((action) => [state, action] as const),
);

describe('a candidacy', () => {
  it.each(pairs)('from %s, %s is possible exactly where the table says', (state, action) => {
    const targets = legal[state][action];
    expect(candidateLifecycle.can(action, inWhich(state, action), now)).toBe(targets !== undefined);
    for (const target of targets ?? [])
      expect(candidateLifecycle.next(action, inWhich(state, action), now, target)).toEqual({ ok: true, value: target });
    if (targets === undefined)
      expect(candidateLifecycle.next(action, inWhich(state, action), now)).toMatchObject({
        error: { __typename: 'IllegalTransitionError', action, state },
      });
  });
});

const phases: readonly ElectionStatus[] = [
  'PLANNED',
  'NOMINATIONS',
  'SCREENING',
  'CANDIDATES_PUBLISHED',
  'CAMPAIGN',
  'VOTING',
  'CLOSED',
  'PROVISIONAL',
  'DECLARED',
  'SUSPENDED',
  'VOIDED',
];
const undecided = phases.filter((phase) => !['PLANNED', 'DECLARED', 'VOIDED'].includes(phase));

/** In which phases of an election each action is possible for a candidate whose state allows it. */
const phasesOf: Readonly<Record<CandidateAction, { from: CandidateStatus; in: readonly ElectionStatus[] }>> = {
  CONSENT: { from: 'NOMINATED', in: ['NOMINATIONS'] },
  DECLINE: { from: 'NOMINATED', in: ['NOMINATIONS', 'SCREENING'] },
  EDIT_STATEMENT: { from: 'CONSENTED', in: ['NOMINATIONS', 'SCREENING'] },
  WITHDRAW: { from: 'STANDING', in: undecided },
  SCREEN: { from: 'CONSENTED', in: ['SCREENING'] },
  DISQUALIFY: { from: 'STANDING', in: undecided },
  APPEAL: { from: 'DISQUALIFIED', in: undecided },
  DECIDE_APPEAL: { from: 'DISQUALIFIED', in: undecided },
};

describe('what can be done about a candidacy', () => {
  it.each(Object.entries(phasesOf))('%s is possible in exactly these phases of the election', (action, expected) => {
    const name = action as CandidateAction;
    const appeal = name === 'DECIDE_APPEAL' ? sampleAppeal() : undefined;
    const possible = phases.filter((status) =>
      candidateLifecycle.can(
        name,
        sampleCandidacy({ ...decidedByOtto, status: expected.from }, { election: { status }, appeal }),
        now,
      ),
    );
    expect(possible).toEqual(expected.in);
  });

  it('depends on the dates of nominations, the last instant of which is not one any more', () => {
    const { election } = sampleCandidacy();
    const isOpen = (at: Date): boolean => areNominationsOpen(election, at);
    expect(isOpen(new Date(election.nominationsOpenAt.getTime() - 1))).toBe(false);
    expect(isOpen(election.nominationsOpenAt)).toBe(true);
    expect(isOpen(new Date(election.nominationsCloseAt.getTime() - 1))).toBe(true);
    expect(isOpen(election.nominationsCloseAt)).toBe(false);
  });

  it('lets a decision be appealed against once, in time, and again only when it is another decision', () => {
    const candidacy = sampleCandidacy({ ...decidedByOtto, status: 'INELIGIBLE' });
    const can = (changes: Partial<typeof candidacy>, at = now) =>
      candidateLifecycle.can('APPEAL', { ...candidacy, ...changes }, at);
    expect(can({})).toBe(true);
    expect(can({}, decidedByOtto.appealUntil)).toBe(true);
    expect(can({}, new Date(decidedByOtto.appealUntil.getTime() + 1))).toBe(false);
    expect(can({ appeal: sampleAppeal() })).toBe(false);
    expect(can({ appeal: sampleAppeal({ isGranted: false }) })).toBe(false);
    const earlier = sampleAppeal({ againstAt: new Date(0), isGranted: true });
    expect(can({ appeal: earlier })).toBe(true);
    expect(appealOf({ ...candidacy, appeal: earlier })).toBeUndefined();
  });

  it('lets an appeal be decided once', () => {
    const candidacy = sampleCandidacy({ ...decidedByOtto, status: 'INELIGIBLE' });
    const can = (isGranted: boolean | undefined) =>
      candidateLifecycle.can('DECIDE_APPEAL', { ...candidacy, appeal: sampleAppeal({ isGranted }) }, now);
    expect([can(undefined), can(true), can(false)]).toEqual([true, false, false]);
    expect(candidateLifecycle.can('DECIDE_APPEAL', candidacy, now)).toBe(false);
  });
});
