import { toId, viewerActions } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { authorityLifecycle } from './authority.js';
import { authorityPolicy } from './authority.policy.js';

/** Resolvers of cases that were opened for somebody. */
export const authorityResolvers: Resolvers = {
  Mutation: {
    openCaseOnBehalf: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'OpenCaseOnBehalfSuccess',
        await advocacy.openCaseOnBehalf(actor, {
          ...input,
          otherParties: input.otherParties ?? [],
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        ({ openedAt }) => ({ openedAt }),
      ),
    confirmCase: async (_root, { input }, { actor, advocacy }) =>
      toResult('ConfirmCaseSuccess', await advocacy.confirmCase(actor, { caseId: toId(input.caseId) }), (item) => ({
        case: item,
      })),
  },
  Case: {
    authority: async (item, _args, { viewer, loaders }) =>
      authorityPolicy.canSee(viewer, item) ? ((await loaders.authorityOf.load(item.id)) ?? null) : null,
  },
  CaseAuthority: {
    confirmedAt: ({ confirmedAt }) => confirmedAt ?? null,
    viewerActions: (authority, _args, { viewer, now }) =>
      viewerActions(authorityLifecycle, authority, now, () => authorityPolicy.canConfirm(viewer, authority)),
  },
};
