import { toId } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Resolvers, RunItemChangesInput } from '../generated/graphql.js';
import type { MemberReference } from '../references/member.js';
import { runItemEndsAt, type RunItem, type RunItemPlan } from './run-item.js';

const succeed = (item: RunItem) => ({ item });

/** Resolvers of the run sheet. */
export const runItemResolvers: Resolvers = {
  Organising: {
    runSheet: async (activity, _args, { loaders }) => [...(await loaders.organising.runItems.load(activity.id))],
  },
  RunItem: {
    member: ({ memberId }): MemberReference | null => (memberId === undefined ? null : { id: memberId }),
    endsAt: runItemEndsAt,
    warnings: async (item, _args, { loaders }) => [...(await loaders.organising.runWarnings.load(item))],
  },
  Mutation: {
    addRunItem: async (_root, { input }, { actor, activities }) =>
      toResult(
        'AddRunItemSuccess',
        await activities.addRunItem(actor, {
          ...input,
          activityId: toId(input.activityId),
          notes: input.notes ?? '',
          place: input.place ?? '',
          memberId: input.memberId == null ? undefined : toId(input.memberId),
        }),
        succeed,
      ),
    editRunItem: async (_root, { input }, { actor, activities }) =>
      toResult(
        'EditRunItemSuccess',
        await activities.editRunItem(actor, { itemId: toId(input.itemId), changes: toChanges(input.changes) }),
        succeed,
      ),
    removeRunItem: async (_root, { input }, { actor, activities }) =>
      toResult(
        'RemoveRunItemSuccess',
        await activities.removeRunItem(actor, { itemId: toId(input.itemId) }),
        (activity) => ({ activity }),
      ),
  },
};

function toChanges({ title, notes, place, memberId, startsAt, minutes }: RunItemChangesInput): Partial<RunItemPlan> {
  return {
    ...(title != null && { title }),
    ...(notes != null && { notes }),
    ...(place != null && { place }),
    ...(memberId !== undefined && { memberId: memberId === null ? undefined : toId(memberId) }),
    ...(startsAt != null && { startsAt }),
    ...(minutes != null && { minutes }),
  };
}
