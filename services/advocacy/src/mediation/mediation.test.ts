import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import {
  changeMediationStatus,
  followUpResult,
  mediationLifecycle,
  openMediation,
  type MediationAction,
  type MediationFile,
  type MediationStatus,
} from './mediation.js';
import { checkRequest } from './mediation-request.js';

const now = new Date('2026-10-05T09:00:00Z');
const before = new Date('2026-10-04T09:00:00Z');
const after = new Date('2026-10-06T09:00:00Z');
const id = toId<'Mediation'>('9b1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e10');
const partyId = toId<'MediationParty'>('7a1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e10');

type Clocks = { readonly invitedUntil?: Date; readonly followUpAt?: Date; readonly followUpUntil?: Date };

/** A mediation in a state, with all its instants still to come, or past where the test says so. */
const at = (status: MediationStatus, clocks: Clocks = {}): MediationFile => ({
  mediation: {
    ...openMediation(id, { caseId: undefined, status: 'REQUESTED', now }),
    invitedUntil: after,
    followUpAt: after,
    followUpUntil: after,
    ...clocks,
    status,
    mediator: 'milo',
  },
  parties: [
    {
      id: partyId,
      mediationId: id,
      position: 1,
      kind: 'STUDENT',
      departmentId: undefined,
      signedAt: undefined,
      followUp: 'KEPT',
    },
  ],
  people: [],
  caseWorkers: [],
});

const possible: Readonly<Record<MediationStatus, readonly MediationAction[]>> = {
  PROPOSED: ['CONSENT', 'DECLINE'],
  REQUESTED: ['FIND_SUITABLE', 'FIND_UNSUITABLE', 'WITHDRAW'],
  UNSUITABLE: [],
  SUITABLE: ['INVITE', 'WITHDRAW'],
  INVITED: ['INVITE', 'JOIN', 'SIGN', 'REFUSE'],
  NOT_AGREED: [],
  AGREED: ['ASSIGN', 'WITHDRAW'],
  ASSIGNED: ['STEP_BACK', 'PLAN_SESSION', 'WRITE', 'RECORD_NO_AGREEMENT', 'WITHDRAW'],
  SESSIONS: ['STEP_BACK', 'PLAN_SESSION', 'WRITE', 'RECORD_AGREEMENT', 'RECORD_NO_AGREEMENT', 'WITHDRAW'],
  AGREEMENT: [],
  NO_AGREEMENT: [],
  WITHDRAWN: [],
  FOLLOW_UP: ['ANSWER_FOLLOW_UP'],
  KEPT: [],
  BROKEN: [],
};

describe('the life of a mediation', () => {
  it.each(mediationLifecycle.states)('allows from %s exactly what machine J says', (status) => {
    expect(mediationLifecycle.possible(at(status), now)).toEqual(possible[status]);
  });

  it('lets nobody join, sign or refuse once the invitation is too late, and ends it then and not before', () => {
    expect(mediationLifecycle.possible(at('INVITED', { invitedUntil: now }), now)).toEqual(['INVITE', 'EXPIRE']);
    expect(mediationLifecycle.can('EXPIRE', at('INVITED', { invitedUntil: now }), before)).toBe(false);
  });

  it('asks whether the terms were kept at the stated instant, and counts the answers when their time is over', () => {
    expect(mediationLifecycle.possible(at('AGREEMENT', { followUpAt: now }), now)).toEqual(['START_FOLLOW_UP']);
    expect(mediationLifecycle.possible(at('FOLLOW_UP', { followUpUntil: now }), now)).toEqual([
      'ANSWER_FOLLOW_UP',
      'CLOSE_FOLLOW_UP',
    ]);
    const unanswered = at('FOLLOW_UP', { followUpUntil: now });
    const silent = { ...unanswered, parties: unanswered.parties.map((party) => ({ ...party, followUp: undefined })) };
    expect(mediationLifecycle.can('CLOSE_FOLLOW_UP', silent, now)).toBe(false);
  });

  it('invites again only while somebody has not come', () => {
    const people = [{ person: 'ada', partyId, isSpeaker: true }];
    expect(mediationLifecycle.can('INVITE', { ...at('INVITED'), people }, now)).toBe(false);
    expect(mediationLifecycle.can('INVITE', { ...at('SUITABLE'), people }, now)).toBe(true);
  });

  it('keeps when the talks ended, however they did', () => {
    for (const [status, action] of [
      ['REQUESTED', 'FIND_UNSUITABLE'],
      ['INVITED', 'REFUSE'],
      ['SESSIONS', 'RECORD_AGREEMENT'],
      ['SESSIONS', 'RECORD_NO_AGREEMENT'],
      ['SESSIONS', 'WITHDRAW'],
    ] as const)
      expect(changeMediationStatus(at(status), action, now)).toMatchObject({ value: { endedAt: now } });
    expect(changeMediationStatus(at('ASSIGNED'), 'PLAN_SESSION', now)).toMatchObject({ value: { endedAt: undefined } });
  });

  it('has no mediator any more once the mediator steps back', () => {
    expect(changeMediationStatus(at('SESSIONS'), 'STEP_BACK', now)).toMatchObject({
      value: { status: 'AGREED', mediator: undefined },
    });
  });

  it('counts terms as broken as soon as one side says so', () => {
    expect(followUpResult(['KEPT', undefined])).toBe('KEPT');
    expect(followUpResult(['KEPT', 'BROKEN', undefined])).toBe('BROKEN');
  });
});

describe('what is asked', () => {
  const told = {
    ownName: ' Ada ',
    isCollective: false,
    request: ` ${'why '.repeat(10)}`,
    parties: [{ kind: 'STUDENT' as const, name: ' Bea ', departmentId: undefined }],
  };

  it('is kept without the spaces around it', () => {
    expect(checkRequest(told)).toMatchObject({ value: { ownName: 'Ada', parties: [{ name: 'Bea' }] } });
  });

  it('names one to four other sides, each once and however it is spelled', () => {
    const party = (name: string) => ({ kind: 'STUDENT' as const, name, departmentId: undefined });
    expect(checkRequest({ ...told, parties: [party('ADA')] })).toMatchObject({
      error: { fields: [{ path: 'parties' }] },
    });
    expect(checkRequest({ ...told, parties: ['a', 'b', 'c', 'd', 'e'].map(party) }).ok).toBe(false);
  });

  it('names a department exactly for the side that is one', () => {
    const departmentId = toId<'Department'>('7a1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e10');
    const asked = (kind: 'STUDENT' | 'DEPARTMENT', id_: typeof departmentId | undefined) =>
      checkRequest({ ...told, parties: [{ kind, name: 'Bea', departmentId: id_ }] }).ok;
    expect([asked('DEPARTMENT', departmentId), asked('DEPARTMENT', undefined), asked('STUDENT', departmentId)]).toEqual(
      [true, false, false],
    );
  });
});
