export {
  type DemoBlock,
  type DemoConnection,
  type DemoConnections,
  type DemoDiscoverability,
  planDemoConnections,
} from './connections/connections.js';
export { type DemoAnswer, type DemoFeedback, planDemoFeedback } from './after/feedback.js';
export { demoActivities } from './activities/demo-activities.js';
export {
  type DemoAdmission,
  type DemoAffiliations,
  type DemoJoinPolicy,
  type DemoSubmission,
  planDemoAffiliations,
} from './affiliations/affiliations.js';
export type { ActivityKind, ActivityStatus, DemoActivity } from './activities/activity.js';
export type { DemoRegistration } from './activities/registrations.js';
export type { RegistrationStatus } from './activities/settle-queue.js';
export type { CaseMatter, CaseStage, CaseStatus, DemoCase } from './cases/cases.js';
export type { DemoCaseMessage } from './cases/conversation.js';
export {
  type DemoDepartment,
  type DemoDepartmentClient,
  type DemoDepartmentStaff,
  departmentId,
} from './cases/departments.js';
export {
  type DemoCircle,
  type DemoCompanionship,
  type DemoCompanyAsk,
  type DemoConversation,
  type DemoPair,
  demoProposalMs,
  planDemoCompanionship,
} from './circles/circles.js';
export { demoCases } from './cases/named-cases.js';
export { adasReferral } from './cases/named-referrals.js';
export type { DemoReferralField } from './cases/referral-fields.js';
export type { DemoReferral, DemoReferralResponse } from './cases/referrals.js';
export { demoTrusteeKeys, type DemoTrusteeKey } from './elections/demo-trustee-keys.js';
export type {
  DemoCandidate,
  DemoContest,
  DemoElection,
  DemoElectionComplaint,
  DemoPreferences,
  DemoSchedule,
  DemoStatement,
} from './elections/election.js';
export { planDemoElections } from './elections/elections.js';
export { demoElectionIds } from './elections/past-elections.js';
export { demoCandidacies } from './elections/running-elections.js';
export { type DemoAudience, planDemoAudiences } from './finding/audiences.js';
export { type DemoEntry, type DemoFairStart, demoFairStarts, planDemoFairStarts } from './fair-start/fair-starts.js';
export { type DemoFileSides, demoFileSides } from './files/file-sides.js';
export type { DemoOptions, DemoSize } from './demo-context.js';
export { demoEdges } from './demo-edges.js';
export type { DemoAppointment } from './groups/appointments.js';
export { type DemoHandover, type DemoHandoverItem, omarsHandover, planDemoHandovers } from './learning/handovers.js';
export {
  adasRecordToken,
  claimChance,
  type DemoAchievement,
  type DemoCriterion,
  planDemoAchievements,
} from './learning/achievements.js';
export { type DemoDuty, type DemoTraining, type DemoTrainingRule, planDemoDuty } from './learning/duty.js';
export type { DemoGroupMembership } from './groups/group-memberships.js';
export { constituencyId, constituencyOf } from './groups/constituency.js';
export { type DemoGroup, demoGroups } from './groups/groups.js';
export type { DemoMandate } from './groups/mandates.js';
export { type DemoPosition, demoPositions } from './groups/positions.js';
export type { DemoPost } from './groups/posts.js';
export { type DemoIntake, demoIntake, demoReceiptCode } from './intake/demo-intake.js';
export type { DemoIssue, DemoIssueReply, DemoIssueStatus } from './issues/issue.js';
export { demoIssues } from './issues/named-issues.js';
export { demoProposals } from './proposals/named-proposals.js';
export type { DemoDecision, DemoProposal, DemoProposalStatus, DemoProposalText } from './proposals/proposal.js';
export { adasCrewEnrolment, type DemoEnrolment } from './learning/enrolments.js';
export type { DemoLearningPath, DemoPathVersion, DemoStep, StepKind } from './learning/learning-paths.js';
export { type DemoLibrary, type DemoLibraryEntry, planDemoLibrary } from './learning/library.js';
export type { DemoResource, ResourceKind } from './learning/resources.js';
export { type DemoSkillRule, type DemoSkillVersion, planDemoSkills } from './learning/skills.js';
export type { DemoStepProgress } from './learning/step-progress.js';
export {
  type DemoMediation,
  type DemoMediationMessage,
  type DemoMediationParty,
  demoMediations,
} from './mediations/mediations.js';
export {
  type DemoConsent,
  type DemoNeeds,
  type DemoNeedsReading,
  type DemoUnionNeeds,
  planDemoNeeds,
} from './needs/needs.js';
export {
  type DemoActivityConsent,
  demoTheatreFeatures,
  planDemoNeedsAtActivities,
} from './needs/needs-at-activities.js';
export { type DemoQuestion, type DemoQuestionAnswer, planDemoQuestions } from './questions/questions.js';
export { type DemoStrike, planDemoStrikes } from './strikes/strikes.js';
export {
  type DemoMachineClient,
  demoMachineClients,
  type DemoMemberPerson,
  demoMembers,
  demoPeople,
  type DemoPerson,
  type DemoSubject,
} from './people/demo-people.js';
export type { DemoMember, FieldAudience, ProfileField, StudyLevel } from './people/members.js';
export { type DemoUnion, planDemoUnion } from './plan-demo-union.js';
export { adasExpiredRequest, type DemoHelpRequest, type DemoHelpStatus, planDemoHelp } from './help/help.js';
export {
  type DemoCampus,
  type DemoCampusPost,
  type DemoReaction,
  type DemoReply,
  planDemoCampus,
} from './campus/campus.js';
export { type DemoEquipment, type DemoVenue, demoEquipment, demoVenues } from './venues/venues.js';
export { fixedId } from './fixed-id.js';
export { type DemoOffer, type DemoSeats, planDemoSeats } from './seats/seats.js';
export {
  type DemoClaim,
  type DemoHost,
  type DemoOpportunity,
  type DemoService,
  type DemoShift,
  type DemoSignup,
  planDemoService,
} from './service/service.js';
export { demoServiceIds } from './service/service-personas.js';
export type { DemoPeerReview, DemoPeerWork } from './learning/peer-reviews.js';
export { demoGuidance, demoPrerequisites, demoRubric, planDemoPeerReviews } from './learning/peer-reviews.js';
export { adasQuiz, type DemoQuiz, type DemoQuizQuestion, planDemoQuizzes } from './learning/quizzes.js';
export {
  adasStudyGroup,
  type DemoStudyGroup,
  type DemoStudyPlace,
  planDemoStudyGroups,
} from './learning/study-groups.js';
export { type DemoMentorOffer, type DemoMentorPair, planDemoMentoring, rosasOffer } from './learning/mentors.js';
