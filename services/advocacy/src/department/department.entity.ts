import { absent } from '@guildhall/subgraph';
import { EntitySchema } from 'typeorm';
import type { Department, DepartmentStaff } from './department.js';

/** The table `department`. */
export const DepartmentEntity = new EntitySchema<Department>({
  name: 'Department',
  tableName: 'department',
  columns: {
    id: { type: 'uuid', primary: true },
    name: { type: 'text' },
    remit: { type: 'text' },
    contact: { type: 'text' },
    closedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    version: { type: 'integer' },
  },
});

/** The table `department_post`. */
export const DepartmentStaffEntity = new EntitySchema<DepartmentStaff>({
  name: 'DepartmentStaff',
  tableName: 'department_post',
  columns: {
    id: { type: 'uuid', primary: true },
    departmentId: { type: 'uuid' },
    subject: { type: 'text' },
    name: { type: 'text', nullable: true, transformer: absent },
    role: { type: 'text' },
    startsAt: { type: 'timestamptz' },
    endsAt: { type: 'timestamptz' },
    endedAt: { type: 'timestamptz', nullable: true, transformer: absent },
    grantedBy: { type: 'text' },
    version: { type: 'integer' },
  },
});
