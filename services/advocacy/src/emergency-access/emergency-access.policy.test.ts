import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import { viewers, type ViewerName } from '../../test/viewers.js';
import type { EmergencyAccess } from './emergency-access.js';
import { emergencyPolicy, visibleEmergencies } from './emergency-access.policy.js';
import { guardianPolicy } from './guardian.policy.js';

const names = Object.keys(viewers) as ViewerName[];
const now = new Date('2026-10-05T09:00:00.000Z');
const access = (askedBy: string): EmergencyAccess => ({
  id: toId('0196f000-0000-7000-8000-00000000000b'),
  caseId: toId('0196f000-0000-7000-8000-00000000000a'),
  reason: 'LEGAL_DUTY',
  status: 'ASKED',
  askedBy,
  askedAt: now,
  decidedBy: undefined,
  decidedAt: undefined,
  expiresAt: undefined,
  endedAt: undefined,
  tellLaterGround: undefined,
  tellBy: undefined,
  version: 1,
});

/** Both are amira, who asks in one column and decides in the other. */
const managers: readonly ViewerName[] = ['advice manager', 'advice manager who is the student'];
const person = (name: ViewerName, isGuardian = false) => ({ ...viewers[name], isGuardian });

describe('emergency access', () => {
  it.each(names)('is asked for by %s only as an advice manager who holds no union office', (name) => {
    expect(emergencyPolicy.canAsk(viewers[name])).toBe(managers.includes(name));
  });

  it.each(names)('of somebody else is decided by %s only as an advice manager, and never read', (name) => {
    const rights = (['GRANT', 'REFUSE', 'READ', 'END', 'LAPSE'] as const).filter((action) =>
      emergencyPolicy.can(person(name), action, access('another')),
    );
    expect(rights).toEqual(managers.includes(name) ? ['GRANT', 'REFUSE', 'END'] : []);
  });

  it.each(names)(
    'that they asked for themself is read and ended by %s only as an advice manager, and never granted',
    (name) => {
      const rights = (['GRANT', 'REFUSE', 'READ', 'END', 'LAPSE'] as const).filter((action) =>
        emergencyPolicy.can(person(name), action, access('amira')),
      );
      const isAsker = managers.includes(name);
      expect(rights).toEqual(isAsker ? ['READ', 'END'] : []);
    },
  );

  it.each(names)('is decided by %s as a guardian unless they are an elected officer or no person', (name) => {
    const { actor } = viewers[name];
    const isOfficer = actor.kind === 'person' && actor.mandates.some(({ kind }) => kind === 'UNION_OFFICER');
    const isAllowed = actor.kind === 'person' && !isOfficer;
    expect(emergencyPolicy.can(person(name, actor.kind === 'person'), 'GRANT', access('another'))).toBe(isAllowed);
    expect(visibleEmergencies(person(name, actor.kind === 'person')).isSecondPerson).toBe(isAllowed);
    expect(emergencyPolicy.can(person(name, true), 'READ', access('another'))).toBe(false);
  });

  it.each(names)('is watched over by guardians whom %s appoints only as an admin, and never themself', (name) => {
    const { actor } = viewers[name];
    expect(guardianPolicy.canAppoint(actor, 'gaia')).toBe(name === 'admin');
    expect(guardianPolicy.canAppoint(actor, 'sys')).toBe(false);
  });
});
