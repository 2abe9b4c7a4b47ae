import { toId } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { EquipmentChangesInput, Resolvers } from '../generated/graphql.js';
import { venuePolicy } from '../venue/venue.policy.js';
import type { EquipmentPlan } from './equipment.js';

/** Resolvers of the noun Equipment. */
export const equipmentResolvers: Resolvers = {
  Query: {
    equipment: (_root, page, { read }) => read.equipment.page(readPageRequest(page, ['text', 'id'])),
  },
  Mutation: {
    addEquipment: async (_root, { input }, { actor, activities }) =>
      toResult('AddEquipmentSuccess', await activities.addEquipment(actor, input), (equipment) => ({ equipment })),
    editEquipment: async (_root, { input: { equipmentId, changes } }, { actor, activities }) =>
      toResult(
        'EditEquipmentSuccess',
        await activities.editEquipment(actor, { equipmentId: toId(equipmentId), changes: toChanges(changes) }),
        (equipment) => ({ equipment }),
      ),
  },
  Equipment: {
    freeCount: async ({ id, quantity }, { from, to }, { loaders }) =>
      from < to ? quantity - (await loaders.equipmentUse.load({ id, from, to })) : quantity,
    isEditable: (_equipment, _args, { actor }) => venuePolicy.canAdd(actor),
  },
};

/** Absent fields stay as they are. */
function toChanges(changes: EquipmentChangesInput): Partial<EquipmentPlan> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== null && value !== undefined));
}
