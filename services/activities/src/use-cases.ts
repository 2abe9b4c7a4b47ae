import { bindUseCases } from '@guildhall/subgraph';
import { approveActivity } from './activity/use-cases/approve-activity.js';
import { cancelActivity } from './activity/use-cases/cancel-activity.js';
import { closeAttendance } from './activity/use-cases/close-attendance.js';
import { declineActivity } from './activity/use-cases/decline-activity.js';
import { draftActivity } from './activity/use-cases/draft-activity.js';
import { editActivity } from './activity/use-cases/edit-activity.js';
import { postponeActivity } from './activity/use-cases/postpone-activity.js';
import { publishActivity } from './activity/use-cases/publish-activity.js';
import { reportActivity } from './activity/use-cases/report-activity.js';
import { requestChanges } from './activity/use-cases/request-changes.js';
import { submitActivity } from './activity/use-cases/submit-activity.js';
import type { Deps } from './deps.js';
import { cancelRegistration } from './registration/use-cases/cancel-registration.js';
import { checkIn } from './registration/use-cases/check-in.js';
import { correctAttendance } from './registration/use-cases/correct-attendance.js';
import { leaveWaitingList } from './registration/use-cases/leave-waiting-list.js';
import { registerForActivity } from './registration/use-cases/register-for-activity.js';
import { removeRegistration } from './registration/use-cases/remove-registration.js';
import { seatUseCases } from './wiring/registrations.js';
import { questionUseCases } from './wiring/questions.js';
import { strikeUseCases } from './wiring/strikes.js';
import { doorUseCases } from './wiring/door.js';
import { findingUseCases } from './wiring/finding.js';
import { afterUseCases } from './wiring/after.js';
import { drawingUseCases } from './wiring/fair-start.js';
import { serviceUseCases } from './wiring/service.js';
import { approvalUseCases } from './wiring/approvals.js';
import { organisingUseCases } from './wiring/organising.js';
import { venueUseCases } from './wiring/venues.js';

/** Every mutation of this service, ready to call with an actor and an input. */
export type UseCases = ReturnType<typeof createUseCases>;

/** Gives every use case what it works with. */
export function createUseCases(deps: Deps) {
  return bindUseCases(deps, {
    approveActivity,
    cancelActivity,
    cancelRegistration,
    checkIn,
    closeAttendance,
    correctAttendance,
    declineActivity,
    draftActivity,
    editActivity,
    leaveWaitingList,
    postponeActivity,
    publishActivity,
    registerForActivity,
    removeRegistration,
    reportActivity,
    requestChanges,
    submitActivity,
    ...seatUseCases,
    ...questionUseCases,
    ...strikeUseCases,
    ...drawingUseCases,
    ...afterUseCases,
    ...organisingUseCases,
    ...venueUseCases,
    ...approvalUseCases,
    ...serviceUseCases,
    ...findingUseCases,
    ...doorUseCases,
  });
}
