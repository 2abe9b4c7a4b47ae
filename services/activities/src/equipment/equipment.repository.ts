import { toPage, type Page, type PageRequest } from '@guildhall/kernel';
import { brokenConstraint, ConcurrentWrite, insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { EquipmentEntity } from './equipment.entity.js';
import type { Equipment, EquipmentId } from './equipment.js';

/** Reads and writes equipment, which anybody may read of. */
export type EquipmentRepository = ReturnType<typeof createEquipmentRepository>;

/** A repository over one connection or transaction. */
export function createEquipmentRepository(manager: EntityManager) {
  const named = async (write: Promise<Equipment>): Promise<Equipment> => {
    try {
      return await write;
    } catch (error) {
      throw brokenConstraint(error) === 'equipment_name_unique' ? new ConcurrentWrite() : error;
    }
  };

  return {
    /** The equipment among `ids`, in no particular order. */
    list: (ids: readonly EquipmentId[]): Promise<readonly Equipment[]> =>
      manager.createQueryBuilder(EquipmentEntity, 'equipment').where('equipment.id = any(:ids)', { ids }).getMany(),

    /** One kind of equipment, or nothing; nobody else changes or books it until the transaction ends. */
    findLocked: (id: EquipmentId): Promise<Equipment | null> =>
      manager
        .createQueryBuilder(EquipmentEntity, 'equipment')
        .where('equipment.id = :id', { id })
        .setLock('for_no_key_update')
        .getOne(),

    /** Equipment by name. */
    async page({ first, after }: PageRequest): Promise<Page<Equipment>> {
      const query = manager.createQueryBuilder(EquipmentEntity, 'equipment').where('true');
      if (after !== undefined)
        query.andWhere('(equipment.name, equipment.id) > (:name, :id)', { name: after[0], id: after[1] });
      const rows = await query
        .orderBy('equipment.name')
        .addOrderBy('equipment.id')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, ({ name, id }) => [name, id]);
    },

    add: (equipment: Equipment): Promise<Equipment> => named(insertRow(manager, EquipmentEntity, equipment)),
    save: (equipment: Equipment): Promise<Equipment> => named(updateRow(manager, EquipmentEntity, equipment)),
  };
}
