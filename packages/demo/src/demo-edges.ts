import { fixedId, fixedRandomId } from './fixed-id.js';

/** The rows in which something unusual happened, each by a name; the ids are the same for every anchor and size. */
export const demoEdges = {
  /** Capacity was lowered from 30 to 24 after 28 places were given: nobody loses a place, nobody moves up. */
  overfullActivity: fixedId<'Activity'>('edge/overfull-activity'),
  /** An activity that was full, with six people waiting in order; Ada is third. */
  waitingListActivity: fixedId<'Activity'>('edge/waiting-list-activity'),
  /** Cancelled by its organiser: every live registration is VOID, nobody has a strike. */
  cancelledActivity: fixedId<'Activity'>('edge/cancelled-activity'),
  /** Where Ada was marked absent and won her appeal: her registration is ATTENDED without a scan. */
  appealWonActivity: fixedId<'Activity'>('edge/appeal-won-activity'),
  /** Two sides of one dispute between housemates: two case workers, with a wall between them. */
  walledCases: [fixedRandomId<'Case'>('edge/walled-case/one'), fixedRandomId<'Case'>('edge/walled-case/other')],
  /** The student withdrew consent after the referral was sent: its content is sealed, the fact remains. */
  withdrawnReferral: fixedRandomId<'Referral'>('edge/withdrawn-referral'),
  /** The department sent it on to another, which it names. */
  redirectedReferral: fixedRandomId<'Referral'>('edge/redirected-referral'),
  /** What came of it: the second department sent it on again, and the third waits for the student's consent. */
  redirectChain: [
    fixedRandomId<'Referral'>('edge/redirected-referral/2'),
    fixedRandomId<'Referral'>('edge/redirected-referral/3'),
  ],
  /** Only three cases touch this department: its figures must be suppressed for everybody. */
  smallDepartment: fixedId<'Department'>('department/study-abroad'),
} as const;
