import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import { student, viewers, type ViewerName } from '../../test/viewers.js';
import { exportLifecycle } from '../case-export/case-export.js';
import { exportPolicy } from '../case-export/case-export.policy.js';
import { openCase, type Case } from '../case/case.js';
import { collectivePolicy } from '../collective/collective.policy.js';
import { courseActions } from '../course/course.js';
import { coursePolicy } from '../course/course.policy.js';
import { checkableLessons, lessonPolicy } from '../lesson/lesson.policy.js';
import { retentionActions } from '../retention/retention.js';
import { retentionPolicy } from '../retention/retention.policy.js';
import { serviceRulePolicy } from '../service-rule/service-rule.policy.js';

const item: Case = {
  ...openCase(toId('7a1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e10'), {
    student,
    matter: 'HOUSING',
    key: { keyId: 'k', dataKey: new Uint8Array() },
    now: new Date('2026-10-05T09:00:00Z'),
  }),
  assignee: 'carl',
  secondWorker: 'simo',
};
const names = Object.keys(viewers) as ViewerName[];
const exportActions = ['REQUEST', ...exportLifecycle.actions] as const;

const ofStudent = ['GO_FURTHER', 'ASK_REOPENING', 'ASK_ERASURE', 'CONSENT', 'REFUSE', 'DOWNLOAD', 'COUNT'];
const ofWorker = [
  'SET_DEADLINE',
  'MEET_DEADLINE',
  'RECORD_COMPLETION',
  'REQUEST',
  'OFFER',
  'DOWNLOAD',
  'DISCARD',
  'LESSON',
  'CAUSE',
  'NUMBERS',
];
const ofManager = ['DECIDE_REOPENING', 'PLACE_HOLD', 'LIFT_HOLD', 'CHECK', 'NUMBERS', 'DECIDE', 'RULE'];
const granted: Partial<Record<ViewerName, readonly string[]>> = {
  student: ofStudent,
  'suspended student': ofStudent,
  'assigned worker': ofWorker,
  'assigned worker who is the student': [...ofStudent, 'NUMBERS'],
  'second worker': ['NUMBERS'],
  'another worker': ['NUMBERS'],
  'advice manager': ofManager,
  // As a manager they keep the rules and see the numbers, and their own case they see as its student alone.
  'advice manager who is the student': [...ofStudent, 'NUMBERS', 'DECIDE', 'RULE'],
};

/** Everything that can be done about dates, stages, outcomes and what becomes of a case, by the name of the right. */
function rightsOf(name: ViewerName): readonly string[] {
  const viewer = viewers[name];
  const lessons = checkableLessons(viewer);
  return [
    ...courseActions.filter((action) => coursePolicy.can(viewer, action, item)),
    ...retentionActions.filter((action) => retentionPolicy.can(viewer, action, item)),
    ...exportActions.filter((action) => exportPolicy.can(viewer, action, item)),
    ...(lessonPolicy.canPropose(viewer, item) ? ['LESSON'] : []),
    ...(lessons.all && lessons.allBut !== item.student ? ['CHECK'] : []),
    ...(collectivePolicy.canName(viewer, item) ? ['CAUSE'] : []),
    ...(collectivePolicy.canConsent(viewer, item) ? ['COUNT'] : []),
    ...(collectivePolicy.canSee(viewer) ? ['NUMBERS'] : []),
    ...(collectivePolicy.canDecide(viewer) ? ['DECIDE'] : []),
    ...(serviceRulePolicy.canPublish(viewer) ? ['RULE'] : []),
  ];
}

describe('the rights over what becomes of a case', () => {
  it.each(names)('give %s exactly what the table of rights says', (name) => {
    expect([...rightsOf(name)].sort()).toEqual([...(granted[name] ?? [])].sort());
  });
});
