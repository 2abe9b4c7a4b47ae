import { toId, viewerActions } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import { isUnderWay } from '../course/course.js';
import type { Resolvers } from '../generated/graphql.js';
import { suggestionLifecycle } from './collective.js';
import { collectivePolicy } from './collective.policy.js';

/** Resolvers of what many cases share. */
export const collectiveResolvers: Resolvers = {
  Query: {
    collectiveSuggestions: async (_root, _args, { viewer, read }) =>
      collectivePolicy.canSee(viewer) ? [...(await read.collectives.listVisible(viewer))] : null,
  },
  Mutation: {
    nameCause: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'NameCauseSuccess',
        await advocacy.nameCause(actor, {
          ...input,
          caseId: toId(input.caseId),
          departmentId: toId(input.departmentId),
        }),
        (item) => ({ case: item }),
      ),
    consentToCount: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'ConsentToCountSuccess',
        await advocacy.consentToCount(actor, { ...input, caseId: toId(input.caseId) }),
        (item) => ({ case: item }),
      ),
    raiseSuggestion: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'RaiseSuggestionSuccess',
        await advocacy.raiseSuggestion(actor, { ...input, suggestionId: toId(input.suggestionId) }),
        (suggestion) => ({ suggestion }),
      ),
    dismissSuggestion: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'DismissSuggestionSuccess',
        await advocacy.dismissSuggestion(actor, { suggestionId: toId(input.suggestionId) }),
        (suggestion) => ({ suggestion }),
      ),
  },
  Case: {
    cause: async ({ id }, _args, { loaders }) => (await loaders.causeOf.load(id)) ?? null,
    canNameCause: (item, _args, { viewer }) => collectivePolicy.canName(viewer, item) && isUnderWay(item),
  },
  CaseCause: {
    department: async ({ departmentId }, _args, { loaders }) => (await loaders.departments.load(departmentId)) ?? null,
    isCounted: ({ consentedAt }) => consentedAt !== undefined,
    canDecideCounting: async ({ caseId }, _args, { viewer, loaders }) => {
      const file = await loaders.fileOf.load(caseId);
      return file !== null && collectivePolicy.canConsent(viewer, file);
    },
  },
  CollectiveSuggestion: {
    department: async ({ departmentId }, _args, { loaders }) => (await loaders.departments.load(departmentId)) ?? null,
    students: ({ shownStudents }) => shownStudents,
    officers: async (_item, _args, { viewer, loaders }) =>
      collectivePolicy.canDecide(viewer) ? [...(await loaders.officers.load('now'))] : [],
    viewerActions: (item, _args, { viewer, now }) => [
      ...viewerActions(suggestionLifecycle, item, now, () => collectivePolicy.canDecide(viewer)),
    ],
  },
};
