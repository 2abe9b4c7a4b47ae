import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { Shift, ShiftRole } from './shift.js';

/** The table `shift`. */
export const ShiftEntity = new EntitySchema<Shift>({
  name: 'Shift',
  tableName: 'shift',
  columns: {
    id: { type: 'uuid', primary: true },
    opportunityId: { type: 'uuid' },
    startsAt: { type: 'timestamptz' },
    endsAt: { type: 'timestamptz' },
    meetingPoint: { type: 'text' },
    isHard: { type: 'boolean' },
    status: { type: 'text' },
    statusReason: { type: 'text', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});

/** The table `shift_role`. */
export const ShiftRoleEntity = new EntitySchema<ShiftRole>({
  name: 'ShiftRole',
  tableName: 'shift_role',
  columns: {
    id: { type: 'uuid', primary: true },
    shiftId: { type: 'uuid' },
    place: { type: 'integer' },
    name: { type: 'text' },
    needed: { type: 'integer' },
    requiredPathId: { type: 'uuid', nullable: true, transformer: absent },
  },
});
