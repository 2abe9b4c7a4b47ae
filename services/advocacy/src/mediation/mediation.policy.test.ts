import { describe, expect, it } from '@jest/globals';
import { systemActor, toId } from '@guildhall/kernel';
import { housing, student, viewers, type ViewerName } from '../../test/viewers.js';
import type { Vault } from '../sealing/sealing.js';
import { mediationLifecycle, openMediation, type MediationAction, type MediationFile } from './mediation.js';
import { mediationPolicy } from './mediation.policy.js';
import {
  followUpEndTask,
  followUpTask,
  invitationEndTask,
  queuedMediations,
  visibleMediations,
} from './mediation-scope.js';
import { mediationViewerOf, platformViewer, type MediationViewer } from './mediation-viewer.js';

const now = new Date('2026-10-05T09:00:00Z');
const id = toId<'Mediation'>('9b1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e10');
const party = (position: number, departmentId?: typeof housing) => ({
  id: toId<'MediationParty'>(`7a1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e1${position}`),
  mediationId: id,
  position,
  kind: departmentId === undefined ? ('STUDENT' as const) : ('DEPARTMENT' as const),
  departmentId,
  signedAt: undefined,
  followUp: undefined,
});

/** ada asked, a department and a group of students for which bea speaks and omar listens stand on the other sides, milo mediates, carl works on the case. */
const file: MediationFile = {
  mediation: {
    ...openMediation(id, { caseId: undefined, status: 'REQUESTED', now }),
    mediator: 'milo',
    invitedUntil: now,
  },
  parties: [party(1), party(2, housing), { ...party(3), kind: 'COLLECTIVE' }],
  people: [
    { person: student, partyId: party(1).id, isSpeaker: true },
    { person: 'pseudonym-of-bea', partyId: party(3).id, isSpeaker: true },
    { person: 'pseudonym-of-omar', partyId: party(3).id, isSpeaker: false },
  ],
  caseWorkers: ['carl'],
};

/** Pseudonyms of the pure tests stand in the viewers already; only the alias of a sign-in is made here. */
const names = { alias: (key: string) => `alias-of-${key}`, pseudonym: () => student } as unknown as Vault;
const seen = (name: ViewerName): MediationViewer => {
  const { actor, self } = viewers[name];
  const viewer = mediationViewerOf(actor, names);
  return { ...viewer, self, persons: [...(self === undefined ? [] : [self]), ...viewer.persons.slice(-1)] };
};

const ofSpeaker: readonly MediationAction[] = ['SIGN', 'REFUSE', 'WRITE', 'WITHDRAW', 'ANSWER_FOLLOW_UP'];
const ofRequester: readonly MediationAction[] = ['CONSENT', 'DECLINE', ...ofSpeaker];
const screening: readonly MediationAction[] = ['FIND_SUITABLE', 'FIND_UNSUITABLE', 'INVITE', 'JOIN'];
const granted: Partial<Record<ViewerName, readonly MediationAction[]>> = {
  student: ofRequester,
  'suspended student': ofRequester,
  'assigned worker who is the student': ofRequester,
  'advice manager who is the student': ofRequester,
  'another student': ofSpeaker,
  'group officer': ['WRITE'],
  'department lead': ofSpeaker,
  'advice manager': [...screening, 'ASSIGN'],
  mediator: [...screening, 'STEP_BACK', 'PLAN_SESSION', 'WRITE', 'RECORD_AGREEMENT', 'RECORD_NO_AGREEMENT'],
  'assigned worker': [],
  'assigned worker who left office': [],
  'assigned worker who was elected': [],
  'department client': [],
  'department client that only reads': [],
  'client of another department': [],
  'analysts’ client': [],
  anonymous: [],
  'another service': [],
  'dormancy task': [],
  'settling task': [],
};
const all = Object.keys(viewers) as ViewerName[];
const isPerson = (name: ViewerName): boolean => viewers[name].actor.kind === 'person';
const inOrder = (actions: readonly MediationAction[]) =>
  mediationLifecycle.actions.filter((action) => actions.includes(action));

describe('the rights over a mediation', () => {
  it.each(all)('give %s exactly what the table of rights says', (name) => {
    const may = mediationLifecycle.actions.filter((action) => mediationPolicy.can(seen(name), action, file));
    // Whoever has no part in the matter may take a side that a code gives them.
    expect(may).toEqual(inOrder(granted[name] ?? (isPerson(name) ? ['JOIN'] : [])));
  });

  it('let nobody sign twice or answer twice for one side', () => {
    const done = {
      ...file,
      parties: file.parties.map((one) => ({ ...one, signedAt: now, followUp: 'KEPT' as const })),
    };
    for (const action of ['SIGN', 'ANSWER_FOLLOW_UP'] as const)
      expect(mediationPolicy.can(seen('student'), action, done)).toBe(false);
  });

  it('never let a mediator serve who works on the case or stands on a side', () => {
    const worker = { ...file, mediation: { ...file.mediation, mediator: 'milo' }, caseWorkers: ['milo'] };
    const side = { ...file, people: [{ person: 'alias-of-milo', partyId: party(3).id, isSpeaker: true }] };
    for (const tied of [worker, side])
      for (const action of ['FIND_SUITABLE', 'STEP_BACK', 'RECORD_AGREEMENT'] as const)
        expect(mediationPolicy.can(seen('mediator'), action, tied)).toBe(false);
  });

  it.each([
    [invitationEndTask, 'EXPIRE'],
    [followUpTask, 'START_FOLLOW_UP'],
    [followUpEndTask, 'CLOSE_FOLLOW_UP'],
  ] as const)('give the platform’s task %s its one step', (task, action) => {
    const viewer = platformViewer(systemActor(task));
    expect(mediationLifecycle.actions.filter((one) => mediationPolicy.can(viewer, one, file))).toEqual([action]);
    expect(visibleMediations(viewer).all).toBe(true);
  });

  it.each(all)('show %s the queue only as advice manager or mediator who holds no union office', (name) => {
    const screens: readonly ViewerName[] = ['advice manager', 'advice manager who is the student', 'mediator'];
    expect(queuedMediations(seen(name)).isScreener).toBe(screens.includes(name));
    expect(visibleMediations(seen(name)).all).toBe(false);
  });
});
