import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import { actors, authorId } from '../../test/actors.js';
import { enrolmentLifecycle, type Enrolment } from './enrolment.js';
import { enrolmentPolicy, visibleEnrolments } from './enrolment.policy.js';
import { stepLifecycle } from './step-progress.js';

const enrolment: Enrolment = {
  id: toId('e'),
  memberId: authorId,
  pathId: toId('p'),
  pathVersionId: toId('v'),
  status: 'ENROLLED',
  enrolledAt: new Date(0),
  completedAt: undefined,
  version: 1,
};

describe('rights over an enrolment', () => {
  it.each(Object.entries(actors))(
    'belong to its member, and to the platform what follows from facts and time: %s',
    (role, actor) => {
      const isLearner = role.startsWith('author');
      const isSystem = role === 'system';
      const ofPlatform = {
        enrolment: isSystem ? ['BEGIN', 'COMPLETE', 'REOPEN', 'EXPIRE'] : [],
        step: isSystem ? ['UNLOCK', 'LOCK', 'ACCEPT', 'SEND_BACK', 'CONFIRM', 'VOID'] : [],
      };
      const expected = isLearner
        ? { enrolment: ['UPGRADE', 'DROP'], step: ['START', 'COMPLETE', 'SUBMIT'] }
        : ofPlatform;
      expect(enrolmentLifecycle.actions.filter((action) => enrolmentPolicy.can(actor, action, enrolment))).toEqual(
        expected.enrolment,
      );
      expect(stepLifecycle.actions.filter((action) => enrolmentPolicy.canStep(actor, action, enrolment))).toEqual(
        expected.step,
      );
      expect(enrolmentPolicy.canList(actor, authorId)).toBe(isLearner);
      expect(visibleEnrolments(actor).everything).toBe(isSystem);
    },
  );
});
