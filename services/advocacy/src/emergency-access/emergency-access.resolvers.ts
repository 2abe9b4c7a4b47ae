import { toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import { casePlaces } from '../case/place.js';
import type { Context } from '../context.js';
import type { Resolvers } from '../generated/graphql.js';
import { isManager, isStudentOf } from '../sealing/viewer.js';
import { emergencyLifecycle, phaseOf, type EmergencyAccess } from './emergency-access.js';
import { emergencyPolicy, visibleEmergencies } from './emergency-access.policy.js';
import { guardianPolicy } from './guardian.policy.js';

const shownActions = ['GRANT', 'REFUSE', 'READ', 'END'] as const;

const words =
  (place: string) =>
  async ({ id }: EmergencyAccess, _args: unknown, { loaders }: Context): Promise<string | null> =>
    (await loaders.emergencyWords.load({ accessId: id, place })) ?? null;

/** Resolvers of the noun EmergencyAccess. */
export const emergencyAccessResolvers: Resolvers = {
  Query: {
    emergencyAccesses: async (_root, page, { loaders, read }) =>
      read.emergencies.page(await loaders.emergencyPerson(), readPageRequest(page, ['instant', 'id'])),
    emergencyAccess: async (_root, { id }, { loaders, read }) =>
      read.emergencies.findVisible(await loaders.emergencyPerson(), toId(id)),
    emergencyGuardians: (_root, _args, { actor, now, read }) =>
      guardianPolicy.canList(actor) ? read.emergencies.listGuardians(now) : null,
  },
  Mutation: {
    askEmergencyAccess: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'AskEmergencyAccessSuccess',
        await advocacy.askEmergencyAccess(actor, {
          ...input,
          caseId: toId(input.caseId),
          tellLater: input.tellLater ?? undefined,
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        (access) => ({ access }),
      ),
    decideEmergencyAccess: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'DecideEmergencyAccessSuccess',
        await advocacy.decideEmergencyAccess(actor, { accessId: toId(input.accessId), action: input.decision }),
        (access) => ({ access }),
      ),
    endEmergencyAccess: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'EndEmergencyAccessSuccess',
        await advocacy.endEmergencyAccess(actor, { accessId: toId(input.accessId) }),
        (access) => ({ access }),
      ),
    appointEmergencyGuardian: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'AppointEmergencyGuardianSuccess',
        await advocacy.appointEmergencyGuardian(actor, input),
        (guardian) => ({
          guardian,
        }),
      ),
    endEmergencyGuardian: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'EndEmergencyGuardianSuccess',
        await advocacy.endEmergencyGuardian(actor, { guardianId: toId(input.guardianId) }),
        (guardian) => ({ guardian }),
      ),
  },
  Case: {
    emergencyAccesses: (item, _args, { viewer, loaders }) =>
      isStudentOf(viewer, item) ? loaders.emergenciesOfCase.load(item.id) : null,
  },
  Viewer: {
    emergencyActions: async (_viewer, _args, { viewer, actor, loaders }) => [
      ...(emergencyPolicy.canAsk(viewer) ? (['ASK'] as const) : []),
      ...(visibleEmergencies(await loaders.emergencyPerson()).isSecondPerson ? (['DECIDE'] as const) : []),
      ...(guardianPolicy.canList(actor) ? (['APPOINT_GUARDIAN'] as const) : []),
    ],
  },
  EmergencyAccess: {
    entry: async ({ caseId }, _args, { viewer, loaders }) =>
      isManager(viewer) ? ((await loaders.queuedCases.load(caseId)) ?? null) : null,
    words: words('WORDS'),
    status: (access, _args, { now }) => phaseOf(access, now),
    file: async (access, _args, { loaders, now }) =>
      emergencyPolicy.can(await loaders.emergencyPerson(), 'READ', access) &&
      emergencyLifecycle.can('READ', access, now)
        ? access
        : null,
    disclosures: async ({ id, caseId }, _args, { viewer, loaders, read }) =>
      (await loaders.emergenciesOfCase.load(caseId)).some((told) => told.id === id) && viewer.self !== undefined
        ? read.disclosures.listOfAccess(id)
        : null,
    viewerActions: async (access, _args, { loaders, now }) => {
      const person = await loaders.emergencyPerson();
      const possible = viewerActions(emergencyLifecycle, access, now, (action) =>
        emergencyPolicy.can(person, action, access),
      );
      return shownActions.filter((action) => possible.includes(action));
    },
  },
  EmergencyFile: {
    narrative: words(casePlaces.narrative),
    contactName: words(casePlaces.contactName),
    otherParties: async ({ id }, _args, { loaders }) => {
      const names = await loaders.emergencyWords.load({ accessId: id, place: casePlaces.otherParties });
      return names === undefined ? null : (JSON.parse(names) as string[]);
    },
    outcomeSummary: words(casePlaces.outcome),
    messages: (access, page, { read }) =>
      read.emergencies.pageMessages(access, readPageRequest(page, ['instant', 'id'])),
  },
  EmergencyMessage: {
    body: async ({ id, access }, _args, { loaders }) =>
      (await loaders.emergencyWords.load({ accessId: access.id, place: casePlaces.message(id) })) ?? null,
  },
  EmergencyGuardian: {
    viewerActions: (guardian, _args, { actor, now }) =>
      guardian.endsAt > now && guardianPolicy.canEnd(actor, guardian) ? ['END'] : [],
  },
};
