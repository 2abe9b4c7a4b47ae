import type { EventType } from './catalogue.js';

/** The four services, by the names their databases, roles and subgraphs carry. */
export const serviceNames = ['membership', 'activities', 'advocacy', 'learning'] as const;

/** One of the four services. */
export type ServiceName = (typeof serviceNames)[number];

/** The stream an event belongs to: its owner, and the services that receive every event of the stream, in order. */
export type Stream = { readonly source: ServiceName; readonly subscribers: readonly ServiceName[] };

const others: readonly ServiceName[] = ['activities', 'advocacy', 'learning'];

/** Streams by aggregate name. Subscribing to a stream means receiving all of it, so that gaps can be told from silence. */
export const streams = {
  Member: { source: 'membership', subscribers: others },
  GroupMembership: { source: 'membership', subscribers: others },
  /** Of a pair of members; the id of the aggregate is made of both. */
  Block: { source: 'membership', subscribers: ['learning'] },
  Mandate: { source: 'membership', subscribers: others },
  Appointment: { source: 'membership', subscribers: others },
  Registration: { source: 'activities', subscribers: ['learning'] },
  // Streams of their own: whoever begins to hear of an aggregate late would wait for its first event for ever.
  Place: { source: 'activities', subscribers: ['membership'] },
  Activity: { source: 'activities', subscribers: ['membership'] },
  ActivityLead: { source: 'activities', subscribers: ['learning'] },
  VerifiedHours: { source: 'activities', subscribers: ['learning'] },
  ActivityNotice: { source: 'activities', subscribers: ['membership'] },
  GroupCalendar: { source: 'activities', subscribers: ['learning'] },
  ShadowAccess: { source: 'learning', subscribers: ['activities'] },
  Enrolment: { source: 'learning', subscribers: ['membership'] },
  Training: { source: 'learning', subscribers: ['membership', 'activities'] },
  LearningNotice: { source: 'learning', subscribers: ['membership'] },
  Issue: { source: 'advocacy', subscribers: ['membership'] },
  Post: { source: 'membership', subscribers: ['advocacy'] },
  Declaration: { source: 'membership', subscribers: ['learning'] },
  Proposal: { source: 'advocacy', subscribers: ['membership', 'learning'] },
  // Advocacy does not hear of exports: its copy is kept apart and taken by the member alone.
  DataExport: { source: 'membership', subscribers: ['activities', 'learning'] },
  ActivitiesPersonalData: { source: 'activities', subscribers: ['membership'] },
  AdvocacyPersonalData: { source: 'advocacy', subscribers: ['membership'] },
  LearningPersonalData: { source: 'learning', subscribers: ['membership'] },
} as const satisfies Readonly<Record<string, Stream>>;

/** The name of a stream. */
export type AggregateName = keyof typeof streams;

/** Which stream each event belongs to. */
export const streamOf: Readonly<Record<EventType, AggregateName>> = {
  MemberRegistered: 'Member',
  MemberStatusChanged: 'Member',
  MemberStudiesChanged: 'Member',
  BlockStood: 'Block',
  BlockEnded: 'Block',
  GroupMembershipStarted: 'GroupMembership',
  GroupMembershipEnded: 'GroupMembership',
  MandateStarted: 'Mandate',
  MandateGiven: 'Mandate',
  MandateEnded: 'Mandate',
  AppointmentStarted: 'Appointment',
  AppointmentEnded: 'Appointment',
  IssueRaised: 'Issue',
  IssueStatusChanged: 'Issue',
  AttendanceConfirmed: 'Registration',
  AttendanceVoided: 'Registration',
  PlaceChanged: 'Place',
  PlaceHeld: 'Place',
  ActivityLed: 'ActivityLead',
  ActivityLedVoided: 'ActivityLead',
  HoursVerified: 'VerifiedHours',
  HoursVoided: 'VerifiedHours',
  ActivityNotice: 'ActivityNotice',
  ActivityChanged: 'Activity',
  ActivityScheduled: 'Activity',
  GroupActivityPlanned: 'GroupCalendar',
  ShadowAccessStarted: 'ShadowAccess',
  ShadowAccessEnded: 'ShadowAccess',
  PathCompleted: 'Enrolment',
  TrainingHeld: 'Training',
  TrainingLapsed: 'Training',
  LearningNotice: 'LearningNotice',
  IdeaPosted: 'Post',
  IdeaEnded: 'Post',
  IdeaRaisingAgreed: 'Post',
  IdeaRaisingEnded: 'Post',
  ElectionDeclared: 'Declaration',
  ProposalFiled: 'Proposal',
  ProposalStatusChanged: 'Proposal',
  ProposalDelivered: 'Proposal',
  DataExportRequested: 'DataExport',
  ActivitiesExportReady: 'ActivitiesPersonalData',
  ActivitiesMemberErased: 'ActivitiesPersonalData',
  AdvocacyMemberErased: 'AdvocacyPersonalData',
  LearningExportReady: 'LearningPersonalData',
  LearningMemberErased: 'LearningPersonalData',
};
