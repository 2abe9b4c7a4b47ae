import { toId, type Actor } from '@guildhall/kernel';
import { mergeResolvers, requireDone, type Task } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { AdmissionEntity } from '../admission/admission.entity.js';
import { createOwnAdmissionLoader, createRequestCountLoader } from '../admission/admission.loaders.js';
import { createAdmissionRepository, type AdmissionRepository } from '../admission/admission.repository.js';
import { admissionResolvers } from '../admission/admission.resolvers.js';
import { acceptAdmission } from '../admission/use-cases/accept-admission.js';
import { declineAdmission } from '../admission/use-cases/decline-admission.js';
import { expireAdmission } from '../admission/use-cases/expire-admission.js';
import { inviteToGroup } from '../admission/use-cases/invite-to-group.js';
import { requestToJoin } from '../admission/use-cases/request-to-join.js';
import { withdrawAdmission } from '../admission/use-cases/withdraw-admission.js';
import {
  AffiliationStepEntity,
  AffiliationSubmissionEntity,
  ConstitutionEntity,
} from '../affiliation/affiliation.entity.js';
import {
  createAffiliationStepLoader,
  createConstitutionLoader,
  createSubmissionLoader,
} from '../affiliation/affiliation.loaders.js';
import { createAffiliationRepository, type AffiliationRepository } from '../affiliation/affiliation.repository.js';
import { affiliationResolvers } from '../affiliation/affiliation.resolvers.js';
import { approveAffiliation } from '../affiliation/use-cases/approve-affiliation.js';
import { declineAffiliation } from '../affiliation/use-cases/decline-affiliation.js';
import { followReaffiliation } from '../affiliation/use-cases/follow-reaffiliation.js';
import { requestAffiliationChanges } from '../affiliation/use-cases/request-affiliation-changes.js';
import { submitAffiliation } from '../affiliation/use-cases/submit-affiliation.js';
import { withdrawAffiliation } from '../affiliation/use-cases/withdraw-affiliation.js';
import type { Deps } from '../deps.js';
import { createBodyLoader, createRoleLoader } from '../group/group.loaders.js';
import type { GroupRepository } from '../group/group.repository.js';
import type { MandateRepository } from '../group/mandate.repository.js';
import { changeJoinPolicy } from '../group/use-cases/change-join-policy.js';
import { editGroup } from '../group/use-cases/edit-group.js';
import { createGroupAlertRepository, type GroupAlertRepository } from '../handover/group-alert.repository.js';
import { handoverResolvers } from '../handover/handover.resolvers.js';
import { alertHandover } from '../handover/use-cases/alert-handover.js';
import { officeResolvers } from '../office/office.resolvers.js';
import { editPosition } from '../office/use-cases/edit-position.js';
import { extendMandate } from '../office/use-cases/extend-mandate.js';
import { remindMandate } from '../office/use-cases/remind-mandate.js';
import { removePosition } from '../office/use-cases/remove-position.js';

/** The tables of admissions and affiliations that are read as entities. */
export const groupLifeEntities = [
  AdmissionEntity,
  AffiliationSubmissionEntity,
  AffiliationStepEntity,
  ConstitutionEntity,
];

/** The repositories of how people come into groups and how groups live. */
export type GroupLifeRepositories = {
  readonly admissions: AdmissionRepository;
  readonly affiliations: AffiliationRepository;
  readonly groupAlerts: GroupAlertRepository;
};

/** These repositories over one connection or transaction. */
export function createGroupLifeRepositories(manager: EntityManager): GroupLifeRepositories {
  return {
    admissions: createAdmissionRepository(manager),
    affiliations: createAffiliationRepository(manager),
    groupAlerts: createGroupAlertRepository(manager),
  };
}

type Read = GroupLifeRepositories & { readonly groups: GroupRepository; readonly mandates: MandateRepository };

/** The loaders of admissions, affiliations, roles and sub-bodies, for one request. */
export function createGroupLifeLoaders(actor: Actor, now: Date, { admissions, affiliations, groups, mandates }: Read) {
  return {
    ownAdmissions: createOwnAdmissionLoader(actor, admissions, now),
    requestCounts: createRequestCountLoader(actor, admissions, now),
    submissions: createSubmissionLoader(actor, affiliations),
    affiliationSteps: createAffiliationStepLoader(affiliations),
    constitutions: createConstitutionLoader(actor, affiliations),
    bodies: createBodyLoader(actor, groups),
    roles: createRoleLoader(actor, mandates, now),
  };
}

/** The mutations of admissions, affiliations, offices and what officers write of their group. */
export const groupLifeUseCases = {
  acceptAdmission,
  approveAffiliation,
  changeJoinPolicy,
  declineAdmission,
  declineAffiliation,
  editGroup,
  editPosition,
  extendMandate,
  inviteToGroup,
  removePosition,
  requestAffiliationChanges,
  requestToJoin,
  submitAffiliation,
  withdrawAdmission,
  withdrawAffiliation,
};

/** Their resolvers. */
export const groupLifeResolvers = mergeResolvers([
  admissionResolvers,
  affiliationResolvers,
  handoverResolvers,
  officeResolvers,
]);

const groupPayload = z.object({ groupId: z.string() });
const admissionPayload = z.object({ admissionId: z.string() });
const mandatePayload = z.object({ mandateId: z.string() });

/** The timed decisions about groups, made as the platform. */
export function createGroupLifeTasks(deps: Deps): Readonly<Record<string, Task>> {
  return {
    'expire-admission': async (payload) => {
      requireDone(await expireAdmission(deps, { admissionId: toId(admissionPayload.parse(payload).admissionId) }));
    },
    'follow-reaffiliation': async (payload, at) => {
      requireDone(await followReaffiliation(deps, { groupId: toId(groupPayload.parse(payload).groupId), at }));
    },
    'alert-handover': async (payload, at) => {
      requireDone(await alertHandover(deps, { groupId: toId(groupPayload.parse(payload).groupId), at }));
    },
    'remind-mandate': async (payload, at) => {
      requireDone(await remindMandate(deps, { mandateId: toId(mandatePayload.parse(payload).mandateId), at }));
    },
  };
}
