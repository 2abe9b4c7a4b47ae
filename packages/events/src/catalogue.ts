import { z } from 'zod';

const id = z.uuid();
/** What somebody studies in: keys of programme and year. Events from before there were constituencies do not say. */
const constituencies = z.array(id).max(20);
const instant = z.iso.datetime();
const positionKind = z.enum([
  'PRESIDENT',
  'TREASURER',
  'SECRETARY',
  'OFFICER',
  'WELFARE_LEAD',
  'UNION_OFFICER',
  'COURSE_REP',
]);
const staffRole = z.enum(['CASE_WORKER', 'ADVICE_MANAGER', 'MEDIATOR', 'RETURNING_OFFICER', 'ANALYST', 'ADMIN']);
const memberStatus = z.enum(['APPLIED', 'REJECTED', 'ACTIVE', 'LAPSED', 'ALUMNI', 'SUSPENDED', 'ERASED']);
/** Told of proposals that were opened for support once, and of no other. */
const proposalStatus = z.enum([
  'SCREENING',
  'MERGE_OFFERED',
  'MERGED',
  'GATHERING',
  'QUALIFIED',
  'LAPSED',
  'ADOPTED',
  'NOT_ADOPTED',
  'REFERRED',
  'ACKNOWLEDGED',
  'ANSWERED',
  'RECONSIDERED',
  'IN_DELIVERY',
  'DELIVERED',
  'REOPENED',
  'CLOSED',
  'WITHDRAWN',
  'NOT_FILED',
  'APPEALED',
  'DRAFT',
]);
const attendance = z.strictObject({ registrationId: id, activityId: id, memberId: id, activityKind: z.string() });
const training = z.strictObject({ trainingId: id, memberId: id, pathId: id });
const mandate = z.strictObject({
  mandateId: id,
  memberId: id,
  groupId: id.nullable(),
  kind: positionKind,
  /** Set for a course representative alone; older events do not say. */
  constituencyId: id.nullable().optional(),
  /** Which office; whoever had it before hands it over. Older events do not say. */
  positionId: id.optional(),
  from: instant,
  to: instant,
});
const hours = z.strictObject({ claimId: id, memberId: id, minutes: z.int().positive() });

/**
 * Every event that leaves a service: ids and facts others need, never names, free text or contact data.
 * Nothing about a case is in this list, and nothing about a case may be added.
 */
export const eventSchemas = {
  MemberRegistered: z.strictObject({
    memberId: id,
    subject: z.string(),
    status: memberStatus,
    constituencies: constituencies.optional(),
  }),
  MemberStudiesChanged: z.strictObject({ memberId: id, constituencies }),
  MemberStatusChanged: z.strictObject({ memberId: id, status: memberStatus }),
  /** Two members are to have nothing to do with each other, whoever of them wants it: the pair has no order. */
  BlockStood: z.strictObject({ oneId: id, otherId: id }),
  /** Nothing stands between the two any more. */
  BlockEnded: z.strictObject({ oneId: id, otherId: id }),
  GroupMembershipStarted: z.strictObject({ groupId: id, memberId: id }),
  GroupMembershipEnded: z.strictObject({ groupId: id, memberId: id }),
  MandateStarted: mandate,
  /**
   * An office that asks for training was given. It gives no right: `MandateStarted` follows when it begins, which is later
   * than `from` says if its holder is not trained by then.
   */
  MandateGiven: mandate,
  MandateEnded: z.strictObject({ mandateId: id, endedAt: instant }),
  AppointmentStarted: z.strictObject({
    appointmentId: id,
    subject: z.string(),
    role: staffRole,
    from: instant,
    to: instant,
  }),
  AppointmentEnded: z.strictObject({ appointmentId: id, endedAt: instant }),
  IssueRaised: z.strictObject({
    issueId: id,
    constituencyId: id,
    departmentId: id,
    type: z.enum(['PRAISE', 'IDEA', 'QUESTION', 'ISSUE']),
    raisedAt: instant,
    /** A course representative, the support it has, or time; older events do not say. */
    raisedBy: z.enum(['REP', 'SUPPORT', 'TIME']).optional(),
  }),
  IssueStatusChanged: z.strictObject({
    issueId: id,
    status: z.enum(['ACKNOWLEDGED', 'IN_PROGRESS', 'RESOLVED', 'DECLINED', 'ESCALATED', 'REOPENED']),
    changedAt: instant,
    /** Older events do not say. */
    constituencyId: id.optional(),
  }),
  AttendanceConfirmed: attendance.extend({ attendedAt: instant }),
  AttendanceVoided: attendance,
  /** A waiting place became a seat, a place was taken away, or a seat was used; by somebody else than its holder. */
  PlaceChanged: z.strictObject({
    registrationId: id,
    activityId: id,
    memberId: id,
    change: z.enum(['SEAT_GIVEN', 'REMOVED', 'ATTENDED']),
    changedAt: instant,
  }),
  /** A place began or ceased to be held: confirmed, or in at the door. What happens to it after the end is not told here. */
  PlaceHeld: z.strictObject({
    registrationId: id,
    activityId: id,
    memberId: id,
    isHeld: z.boolean(),
    changedAt: instant,
  }),
  /** Somebody led or coordinated an activity that took place and whose attendance is closed. */
  ActivityLed: z.strictObject({
    activityId: id,
    memberId: id,
    role: z.enum(['LEAD', 'COORDINATOR']),
    activityKind: z.string().optional(),
    groupId: id.optional(),
    ledAt: instant,
  }),
  /** That was taken back. */
  ActivityLedVoided: z.strictObject({ activityId: id, memberId: id, voidedAt: instant }),
  /** Members are to be told something about an activity, or about what they do for one; of many there are several events. */
  /** Somebody who speaks for a host says that so many minutes of service are true; `workedOn` is the day on campus. */
  HoursVerified: hours.extend({ hostGroupId: id.optional(), workedOn: z.iso.date(), verifiedAt: instant }),
  /** That word was taken back. */
  HoursVoided: hours.extend({ voidedAt: instant }),
  ActivityNotice: z.strictObject({
    notice: z.enum([
      'SEAT_OFFERED',
      'OFFER_EXPIRED',
      'DRAWN',
      'STRIKE_GIVEN',
      'STRIKE_DECIDED',
      'TASK_ASSIGNED',
      'TASK_DUE',
      'SHIFT_CHANGED',
      'HOURS_DECIDED',
      'FEEDBACK_ASKED',
      'THANKED',
      'JUDGED',
    ]),
    /** What happened: the same member is told of the same notice and source once. */
    sourceId: id,
    activityId: id.nullable(),
    memberIds: z.array(id).max(500),
    toldAt: instant,
  }),
  /** An activity was called off or moved; `memberIds` had a place. Of many places there are several events. */
  ActivityChanged: z.strictObject({
    activityId: id,
    change: z.enum(['CANCELLED', 'POSTPONED']),
    changedAt: instant,
    memberIds: z.array(id).max(500),
  }),
  /** When an activity that was published is, and whether it still takes place. */
  ActivityScheduled: z.strictObject({
    activityId: id,
    startsAt: instant,
    endsAt: instant,
    isOpen: z.boolean(),
    /** What makes its venue usable for more people; absent where it is at no venue of the union. */
    accessFeatures: z.array(z.string().max(40)).max(40).optional(),
    /** Whose needs are planned by whom: the group, who runs the activity, and who looks after people at it; older events do not say. */
    groupId: id.optional(),
    teamIds: z.array(id).max(200).optional(),
    welfareLeadIds: z.array(id).max(200).optional(),
  }),
  /** When an activity that a group published is, and whether it still takes place: what one holder of an office leaves to the next. */
  GroupActivityPlanned: z.strictObject({
    activityId: id,
    groupId: id,
    startsAt: instant,
    endsAt: instant,
    isOpen: z.boolean(),
  }),
  /** Whoever takes over an office of the group reads what it plans, from now until their own rights begin. */
  ShadowAccessStarted: z.strictObject({ capsuleId: id, groupId: id, memberId: id, from: instant, until: instant }),
  /** It ended before that. */
  ShadowAccessEnded: z.strictObject({ capsuleId: id, groupId: id, memberId: id, endedAt: instant }),
  /** Every step of the path is passed. */
  PathCompleted: z.strictObject({ enrolmentId: id, pathId: id, memberId: id, completedAt: instant }),
  /** Somebody holds the training that a path gives: offices and shifts may ask for it. `trainingId` is the enrolment. */
  TrainingHeld: training.extend({ heldAt: instant }),
  /** It does not stand any more: a fact that passed a step was taken back. */
  TrainingLapsed: training,
  /** Members are to be told something about what they learn, teach or hand over; of many there are several events. */
  LearningNotice: z.strictObject({
    notice: z.enum([
      'RESOURCE_REVIEWED',
      'PEER_REVIEW_ASKED',
      'PEER_REVIEW_DONE',
      'STEP_TAKEN_BACK',
      'STUDY_SESSION_CHANGED',
      'STUDY_PLACE_GIVEN',
      'MENTOR_ASKED',
      'MENTOR_ANSWERED',
      'CREDENTIAL_CHANGED',
      'RECORD_LINK_OPENED',
      'HANDOVER_OPENED',
      'HANDOVER_CHANGED',
      'HANDOVER_LATE',
    ]),
    /** What happened: the same member is told of the same notice and source once. */
    sourceId: id,
    /** What it is about: the resource, path, study group, mentor pair, credential, link or capsule. */
    aboutId: id,
    memberIds: z.array(id).max(500),
    toldAt: instant,
  }),
  /** Somebody had an idea, in a group or for the whole union. They alone can raise it until they agree to another. */
  IdeaPosted: z.strictObject({ postId: id, groupId: id.nullable(), memberId: id }),
  /** It was taken back or removed. */
  IdeaEnded: z.strictObject({ postId: id }),
  /** Whose idea it is lets this member raise it, and is named with it or not. It ends with the idea. */
  IdeaRaisingAgreed: z.strictObject({
    postId: id,
    memberId: id,
    target: z.enum(['ISSUE', 'PROPOSAL']),
    authorNamed: z.boolean(),
  }),
  /** The author took that back; what was made of the idea stays. */
  IdeaRaisingEnded: z.strictObject({ postId: id, memberId: id, target: z.enum(['ISSUE', 'PROPOSAL']) }),
  /** The result of a contest stands; the mandates began events of their own. It never says who voted. */
  ElectionDeclared: z.strictObject({
    electionId: id,
    contestId: id,
    mandateIds: z.array(id).max(50),
    declaredAt: instant,
  }),
  ProposalFiled: z.strictObject({ proposalId: id, constituencyId: id.nullable(), closesAt: instant }),
  ProposalStatusChanged: z.strictObject({ proposalId: id, status: proposalStatus, departmentId: id.nullable() }),
  /** Done, and its supporters did not say otherwise; `memberIds` are the author and the seconders, as evidence. */
  ProposalDelivered: z.strictObject({ proposalId: id, memberIds: z.array(id).max(50) }),
  /** Somebody asked for a copy of what is kept about them; each service that hears it writes its own part into its own database. */
  DataExportRequested: z.strictObject({ exportId: id, memberId: id }),
  ActivitiesExportReady: z.strictObject({ exportId: id }),
  LearningExportReady: z.strictObject({ exportId: id }),
  /** A service has erased what it kept of a member; which cases there were, if any, nobody is told. */
  ActivitiesMemberErased: z.strictObject({ memberId: id }),
  AdvocacyMemberErased: z.strictObject({ memberId: id }),
  LearningMemberErased: z.strictObject({ memberId: id }),
} as const;

/** The name of an event. */
export type EventType = keyof typeof eventSchemas;

/** The facts an event of that name carries. */
export type EventData<Type extends EventType> = z.infer<(typeof eventSchemas)[Type]>;

/** The version every event type is at; a change of shape makes a new version beside the old one. */
export const eventVersion = 1;
