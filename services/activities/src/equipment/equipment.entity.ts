import { EntitySchema } from 'typeorm';
import type { Equipment } from './equipment.js';

/** The table `equipment`. */
export const EquipmentEntity = new EntitySchema<Equipment>({
  name: 'Equipment',
  tableName: 'equipment',
  columns: {
    id: { type: 'uuid', primary: true },
    name: { type: 'text' },
    place: { type: 'text' },
    quantity: { type: 'integer' },
    bookedBy: { type: 'text' },
    version: { type: 'integer' },
  },
});
