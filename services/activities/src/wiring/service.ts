import type { Actor } from '@guildhall/kernel';
import { mergeResolvers } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { HostEntity } from '../host/host.entity.js';
import { createHostRepository, type HostRepository } from '../host/host.repository.js';
import { hostResolvers } from '../host/host.resolvers.js';
import { addServiceHost } from '../host/use-cases/add-host.js';
import { editServiceHost } from '../host/use-cases/edit-host.js';
import { closeServiceHost, reopenServiceHost } from '../host/use-cases/move-host.js';
import { HoursClaimEntity } from '../hours-claim/hours-claim.entity.js';
import { createClaimOfSignupLoader } from '../hours-claim/hours-claim.loaders.js';
import { createHoursClaimRepository, type HoursClaimRepository } from '../hours-claim/hours-claim.repository.js';
import { hoursClaimResolvers } from '../hours-claim/hours-claim.resolvers.js';
import { claimShiftHours } from '../hours-claim/use-cases/claim-shift-hours.js';
import { draftHoursClaim } from '../hours-claim/use-cases/draft-hours-claim.js';
import { editHoursClaim } from '../hours-claim/use-cases/edit-hours-claim.js';
import { queryHoursClaim, rejectHoursClaim, voidHoursClaim } from '../hours-claim/use-cases/refuse-hours-claim.js';
import { submitHoursClaim } from '../hours-claim/use-cases/submit-hours-claim.js';
import { verifyHoursClaim } from '../hours-claim/use-cases/verify-hours-claim.js';
import { OpportunityEntity } from '../opportunity/opportunity.entity.js';
import {
  createHostLoader,
  createHostOpportunitiesLoader,
  createOpportunityLoader,
} from '../opportunity/opportunity.loaders.js';
import { createOpportunityRepository, type OpportunityRepository } from '../opportunity/opportunity.repository.js';
import { opportunityResolvers } from '../opportunity/opportunity.resolvers.js';
import { fillOpportunity, openOpportunity, reopenOpportunity } from '../opportunity/use-cases/advance-opportunity.js';
import { closeOpportunity } from '../opportunity/use-cases/close-opportunity.js';
import { draftOpportunity } from '../opportunity/use-cases/draft-opportunity.js';
import { editOpportunity } from '../opportunity/use-cases/edit-opportunity.js';
import { vetOpportunity } from '../opportunity/use-cases/vet-opportunity.js';
import {
  createServiceInsightsRepository,
  type ServiceInsightsRepository,
} from '../service-insights/service-insights.repository.js';
import { serviceInsightsResolvers } from '../service-insights/service-insights.resolvers.js';
import { ShiftEntity, ShiftRoleEntity } from '../shift/shift.entity.js';
import { createOutlookLoader, createRoleLoader, createShiftLoader } from '../shift/shift.loaders.js';
import { createShiftRepository, type ShiftRepository } from '../shift/shift.repository.js';
import { shiftResolvers } from '../shift/shift.resolvers.js';
import { cancelShift } from '../shift/use-cases/call-off-shift.js';
import { planShift } from '../shift/use-cases/plan-shift.js';
import { SignupEntity } from '../signup/signup.entity.js';
import { createOwnSignupLoader, createOwnTimeLoader, createSignupLoader } from '../signup/signup.loaders.js';
import { createSignupRepository, type SignupRepository } from '../signup/signup.repository.js';
import { signupResolvers } from '../signup/signup.resolvers.js';
import { acceptSignup } from '../signup/use-cases/accept-signup.js';
import { declineSignup, keepShift, withdrawFromShift } from '../signup/use-cases/move-signup.js';
import { offerShiftSwap } from '../signup/use-cases/offer-shift-swap.js';
import { recordShiftAttendance } from '../signup/use-cases/record-shift-attendance.js';
import { signUpForShift } from '../signup/use-cases/sign-up-for-shift.js';
import { takeShiftSwap } from '../signup/use-cases/take-shift-swap.js';

/** The tables of voluntary service, read as entities. */
export const serviceEntities = [
  HostEntity,
  OpportunityEntity,
  ShiftEntity,
  ShiftRoleEntity,
  SignupEntity,
  HoursClaimEntity,
];

/** The repositories of voluntary service. */
export type ServiceRepositories = {
  readonly hosts: HostRepository;
  readonly opportunities: OpportunityRepository;
  readonly shifts: ShiftRepository;
  readonly signups: SignupRepository;
  readonly hoursClaims: HoursClaimRepository;
  readonly serviceInsights: ServiceInsightsRepository;
};

/** These repositories over one connection or transaction. */
export function createServiceRepositories(manager: EntityManager): ServiceRepositories {
  const hosts = createHostRepository(manager);
  const opportunities = createOpportunityRepository(manager, hosts);
  const shifts = createShiftRepository(manager, opportunities);
  return {
    hosts,
    opportunities,
    shifts,
    signups: createSignupRepository(manager, shifts),
    hoursClaims: createHoursClaimRepository(manager, hosts),
    serviceInsights: createServiceInsightsRepository(manager),
  };
}

/** The loaders of voluntary service, for one request. */
export function createServiceLoaders(actor: Actor, now: Date, repositories: ServiceRepositories) {
  const { hosts, opportunities, shifts, signups, hoursClaims } = repositories;
  return {
    serviceHosts: createHostLoader(hosts),
    opportunities: createOpportunityLoader(actor, opportunities),
    hostOpportunities: createHostOpportunitiesLoader(actor, opportunities),
    outlooks: createOutlookLoader(shifts, now),
    shifts: createShiftLoader(actor, shifts),
    shiftRoles: createRoleLoader(shifts),
    signups: createSignupLoader(actor, signups),
    ownSignups: createOwnSignupLoader(actor, signups),
    ownTime: createOwnTimeLoader(actor, signups),
    claimsOfSignups: createClaimOfSignupLoader(actor, hoursClaims),
  };
}

/** Their resolvers. */
export const serviceResolvers = mergeResolvers([
  hostResolvers,
  opportunityResolvers,
  shiftResolvers,
  signupResolvers,
  hoursClaimResolvers,
  serviceInsightsResolvers,
]);

/** The mutations of voluntary service. */
export const serviceUseCases = {
  acceptSignup,
  addServiceHost,
  cancelShift,
  claimShiftHours,
  closeOpportunity,
  closeServiceHost,
  declineSignup,
  draftHoursClaim,
  draftOpportunity,
  editHoursClaim,
  editOpportunity,
  editServiceHost,
  fillOpportunity,
  keepShift,
  offerShiftSwap,
  openOpportunity,
  planShift,
  queryHoursClaim,
  recordShiftAttendance,
  rejectHoursClaim,
  reopenOpportunity,
  reopenServiceHost,
  signUpForShift,
  submitHoursClaim,
  takeShiftSwap,
  verifyHoursClaim,
  vetOpportunity,
  voidHoursClaim,
  withdrawFromShift,
};
