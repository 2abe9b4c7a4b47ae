import { describe, expect, it } from '@jest/globals';
import type { Actor, PersonActor } from '@guildhall/kernel';
import { actors, memberIds } from '../../test/personas.js';
import { decidedByOtto, sampleAppeal, sampleCandidacy } from '../../test/sample-candidacy.js';
import type { Candidacy, CandidateAction } from './candidate.js';
import { candidatePolicy, visibleCandidates } from './candidate.policy.js';

const otto: PersonActor = { ...actors.sys, subject: 'otto', appointments: ['RETURNING_OFFICER'] };
/** Everybody that rights differ for: two returning officers, one of them the election's second trustee, and ada in other coats. */
const everybody = {
  ...actors,
  otto,
  second: { ...otto, subject: 'second' },
  adaSuspended: { ...actors.ada, memberId: undefined, registeredAs: memberIds.ada },
  adaOfficer: { ...actors.ada, appointments: ['RETURNING_OFFICER'] },
} satisfies Readonly<Record<string, Actor>>;
const whoMay = (isGranted: (actor: Actor) => boolean): readonly string[] =>
  Object.entries(everybody).flatMap(([name, actor]) => (isGranted(actor) ? [name] : []));

const involved = (candidacy: Candidacy, actor: Actor): Candidacy => ({
  ...candidacy,
  isViewerInvolved: actor === everybody.ada || actor === everybody.adaSuspended || actor === everybody.adaOfficer,
});
const candidacy = sampleCandidacy(
  { ...decidedByOtto, status: 'INELIGIBLE' },
  { appeal: sampleAppeal(), election: { secondTrustee: 'second' } },
);

/** Who may do what to a candidacy of ada's that otto refused and that she appealed for. */
const expected: Readonly<Record<CandidateAction, readonly string[]>> = {
  CONSENT: ['ada'],
  DECLINE: ['ada', 'adaSuspended', 'adaOfficer'],
  EDIT_STATEMENT: ['ada'],
  WITHDRAW: ['ada', 'adaSuspended', 'adaOfficer'],
  SCREEN: ['otto'],
  DISQUALIFY: ['otto'],
  APPEAL: ['ada', 'adaSuspended', 'adaOfficer'],
  DECIDE_APPEAL: ['sys', 'second'],
};

describe('who may do what to a candidacy', () => {
  it.each(Object.entries(expected))('%s is for exactly these', (action, names) => {
    const name = action as CandidateAction;
    expect(whoMay((actor) => candidatePolicy.can(actor, name, involved(candidacy, actor)))).toEqual(names);
  });

  it('nobody decides in an election that they stand or nominate in', () => {
    const party = { ...candidacy, isViewerInvolved: true };
    for (const action of ['SCREEN', 'DISQUALIFY', 'DECIDE_APPEAL'] as const)
      expect(whoMay((actor) => candidatePolicy.can(actor, action, party))).toEqual([]);
  });

  it('members nominate, and nobody who runs elections', () => {
    expect(whoMay(candidatePolicy.canNominate)).toEqual(['ada', 'omar', 'uma', 'rosa', 'mo']);
  });
});

describe('who may know what of a candidacy', () => {
  const mayKnow = (question: (actor: Actor, seen: Candidacy) => boolean, of = candidacy) =>
    whoMay((actor) => question(actor, involved(of, actor)));

  it('nominators are known to the candidate and who screens', () => {
    expect(mayKnow(candidatePolicy.canSeeNominators)).toEqual(['system', 'ada', 'otto', 'adaSuspended', 'adaOfficer']);
  });

  it('an appeal is known to who decides it as well', () => {
    expect(mayKnow(candidatePolicy.canSeeAppeal)).toEqual([
      'system',
      'ada',
      'sys',
      'otto',
      'second',
      'adaSuspended',
      'adaOfficer',
    ]);
  });

  it('why somebody was taken out is known to everybody, why somebody was refused to those with the appeal', () => {
    expect(mayKnow(candidatePolicy.canSeeReason)).toEqual(mayKnow(candidatePolicy.canSeeAppeal));
    const out = { ...candidacy, candidate: { ...candidacy.candidate, status: 'DISQUALIFIED' as const } };
    expect(mayKnow(candidatePolicy.canSeeReason, out)).toEqual(Object.keys(everybody));
  });

  it('appeals are listed for returning officers and admins', () => {
    expect(whoMay((actor) => visibleCandidates(actor).decidesAppeals)).toEqual(['sys', 'otto', 'second', 'adaOfficer']);
    expect(whoMay((actor) => visibleCandidates(actor).everybody)).toEqual(['system']);
  });
});
