import { toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Context } from '../context.js';
import type { OpportunityChangesInput, OpportunityFilterInput, Resolvers } from '../generated/graphql.js';
import { hostOf } from '../wiring/service-facts.js';
import { opportunityPolicy } from './opportunity.policy.js';
import { opportunityLifecycle, type Opportunity, type OpportunityFilter, type OpportunityPlan } from './opportunity.js';

/** Resolvers of the noun Opportunity. */
export const opportunityResolvers: Resolvers = {
  Query: {
    opportunity: async (_root, { id }, { loaders }) => (await loaders.opportunities.load(toId(id))) ?? null,
    opportunities: (_root, { filter, ...page }, { actor, read }) =>
      read.opportunities.pageOpen(actor, readFilter(filter ?? {}), readPageRequest(page, ['instant', 'id'])),
    opportunitiesToVet: (_root, page, { actor, read }) =>
      read.opportunities.pageUnvetted(actor, readPageRequest(page, ['id'])),
  },
  Mutation: {
    draftOpportunity: async (_root, { input }, { actor, activities }) =>
      toResult(
        'DraftOpportunitySuccess',
        await activities.draftOpportunity(actor, { ...input, hostId: toId(input.hostId) }),
        (opportunity) => ({ opportunity }),
      ),
    editOpportunity: async (_root, { input }, { actor, activities }) =>
      toResult(
        'EditOpportunitySuccess',
        await activities.editOpportunity(actor, {
          opportunityId: toId(input.opportunityId),
          changes: readChanges(input.changes),
        }),
        (opportunity) => ({ opportunity }),
      ),
    vetOpportunity: async (_root, { input }, { actor, activities }) =>
      toResult(
        'VetOpportunitySuccess',
        await activities.vetOpportunity(actor, {
          opportunityId: toId(input.opportunityId),
          checks: input.checks,
          note: input.note ?? '',
        }),
        (opportunity) => ({ opportunity }),
      ),
    openOpportunity: async (_root, { input }, { actor, activities }) =>
      toResult(
        'OpenOpportunitySuccess',
        await activities.openOpportunity(actor, { opportunityId: toId(input.opportunityId) }),
        (opportunity) => ({ opportunity }),
      ),
    fillOpportunity: async (_root, { input }, { actor, activities }) =>
      toResult(
        'FillOpportunitySuccess',
        await activities.fillOpportunity(actor, { opportunityId: toId(input.opportunityId) }),
        (opportunity) => ({ opportunity }),
      ),
    reopenOpportunity: async (_root, { input }, { actor, activities }) =>
      toResult(
        'ReopenOpportunitySuccess',
        await activities.reopenOpportunity(actor, { opportunityId: toId(input.opportunityId) }),
        (opportunity) => ({ opportunity }),
      ),
    closeOpportunity: async (_root, { input }, { actor, activities }) =>
      toResult(
        'CloseOpportunitySuccess',
        await activities.closeOpportunity(actor, { ...input, opportunityId: toId(input.opportunityId) }),
        (opportunity) => ({ opportunity }),
      ),
  },
  Opportunity: {
    __resolveReference: ({ id }, { loaders }) => loaders.opportunities.load(toId(id)),
    host: hostOf,
    vettedAt: async (opportunity, _args, context) =>
      (await seesVetting(opportunity, context)) ? (opportunity.vettedAt ?? null) : null,
    vettingChecks: async (opportunity, _args, context) =>
      (await seesVetting(opportunity, context)) ? opportunity.vettingChecks : [],
    vettingNote: async (opportunity, _args, context) =>
      (await seesVetting(opportunity, context)) ? (opportunity.vettingNote ?? null) : null,
    nextShiftAt: async ({ id }, _args, { loaders }) => (await loaders.outlooks.load(id)).nextShiftAt ?? null,
    placesLeft: async ({ id }, _args, { loaders }) => (await loaders.outlooks.load(id)).placesLeft,
    viewerActions: async (opportunity, _args, context) => {
      const facts = { opportunity, host: await hostOf(opportunity, {}, context) };
      return viewerActions(opportunityLifecycle, facts, context.now, (action) =>
        opportunityPolicy.can(context.actor, action, facts),
      );
    },
  },
};

async function seesVetting(opportunity: Opportunity, context: Context): Promise<boolean> {
  return opportunityPolicy.canSeeVetting(context.actor, { opportunity, host: await hostOf(opportunity, {}, context) });
}

/** What is longer than a search may be finds nothing more than its beginning would. */
function readFilter(filter: OpportunityFilterInput): OpportunityFilter {
  const { kind, hostId, language, access, isAdultsOnly, search, shiftsFrom, shiftsTo } = filter;
  return {
    kind: kind ?? undefined,
    hostId: hostId ? toId(hostId) : undefined,
    language: language ?? undefined,
    access: access ?? [],
    isAdultsOnly: isAdultsOnly ?? undefined,
    search: search?.trim().slice(0, 100) || undefined,
    shiftsFrom: shiftsFrom ?? undefined,
    shiftsTo: shiftsTo ?? undefined,
  };
}

/** What was left out, or is null, stays. */
function readChanges(changes: OpportunityChangesInput): Partial<OpportunityPlan> {
  const given = Object.entries(changes).filter(([, value]) => value !== null && value !== undefined);
  // Each entry has the name and the type of the field it was read from.
  return Object.fromEntries(given) as Partial<OpportunityPlan>;
}
