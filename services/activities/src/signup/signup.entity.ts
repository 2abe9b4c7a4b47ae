import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { Signup } from './signup.js';

/** The table `shift_signup`. */
export const SignupEntity = new EntitySchema<Signup>({
  name: 'ShiftSignup',
  tableName: 'shift_signup',
  columns: {
    id: { type: 'uuid', primary: true },
    shiftId: { type: 'uuid' },
    roleId: { type: 'uuid' },
    memberId: { type: 'uuid' },
    status: { type: 'text' },
    startsAt: { type: 'timestamptz' },
    endsAt: { type: 'timestamptz' },
    swapToId: { name: 'swap_to_member_id', type: 'uuid', nullable: true, transformer: absent },
    swapFromId: { type: 'uuid', nullable: true, transformer: absent },
    askedAt: { type: 'timestamptz' },
    recordedBy: { name: 'recorded_by_member_id', type: 'uuid', nullable: true, transformer: absent },
    rulesVersion: { type: 'integer' },
    version: { type: 'integer' },
  },
});
