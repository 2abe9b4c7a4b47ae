import type { Actor, DepartmentPost, Id } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { DepartmentEntity, DepartmentStaffEntity } from './department.entity.js';
import type { Department, DepartmentId, DepartmentStaff } from './department.js';
import { visibleStaff } from './department.policy.js';

/** Reads departments, which are public, and who works for them, which is not. */
export type DepartmentRepository = ReturnType<typeof createDepartmentRepository>;

/** A repository over one connection or transaction. */
export function createDepartmentRepository(manager: EntityManager) {
  const visible = (actor: Actor) => {
    const { all, departmentIds } = visibleStaff(actor);
    return manager
      .createQueryBuilder(DepartmentStaffEntity, 'post')
      .where('(:all or post.departmentId = any(:departmentIds))', { all, departmentIds });
  };
  return {
    /** Every department by name. */
    listAll: (): Promise<readonly Department[]> =>
      manager
        .createQueryBuilder(DepartmentEntity, 'department')
        .orderBy('lower(department.name)')
        .addOrderBy('department.id')
        .getMany(),

    /** The departments among `ids`, in no particular order. */
    listByIds: (ids: readonly DepartmentId[]): Promise<readonly Department[]> =>
      manager.createQueryBuilder(DepartmentEntity, 'department').where('department.id = any(:ids)', { ids }).getMany(),

    /** The posts in force now at the departments, as far as the actor may see them. */
    listStaff: (actor: Actor, departmentIds: readonly DepartmentId[], now: Date): Promise<readonly DepartmentStaff[]> =>
      visible(actor)
        .andWhere('post.departmentId = any(:wanted)', { wanted: departmentIds })
        .andWhere('post.startsAt <= :now and coalesce(post.endedAt, post.endsAt) > :now', { now })
        .orderBy('post.role')
        .addOrderBy('post.subject')
        .getMany(),

    /** One post, or nothing when missing or hidden. */
    findPost: (actor: Actor, id: Id<'DepartmentStaff'>): Promise<DepartmentStaff | null> =>
      visible(actor).andWhere('post.id = :id', { id }).getOne(),

    /** Whether the subject has a post at the department at any instant of the term; others who ask wait until the transaction ends. */
    async isTaken({ departmentId, subject, startsAt, endsAt }: DepartmentStaff): Promise<boolean> {
      await manager.query('select 1 from department where id = $1 for update', [departmentId]);
      const rows: readonly unknown[] = await manager.query(
        'select 1 from department_post where department_id = $1 and subject = $2 and starts_at < $4 and coalesce(ended_at, ends_at) > $3 limit 1',
        [departmentId, subject, startsAt, endsAt],
      );
      return rows.length > 0;
    },

    /** Whether another department has the name, however it is written. */
    async isNameTaken({ id, name }: Pick<Department, 'id' | 'name'>): Promise<boolean> {
      // Whoever else names a department waits until this transaction ends.
      await manager.query(`select pg_advisory_xact_lock(hashtext('department-name'))`);
      const rows: readonly unknown[] = await manager.query(
        'select 1 from department where lower(name) = lower($1) and id <> $2',
        [name, id],
      );
      return rows.length > 0;
    },

    addDepartment: (department: Department): Promise<Department> => insertRow(manager, DepartmentEntity, department),
    saveDepartment: (department: Department): Promise<Department> => updateRow(manager, DepartmentEntity, department),

    add: (post: DepartmentStaff): Promise<DepartmentStaff> => insertRow(manager, DepartmentStaffEntity, post),
    save: (post: DepartmentStaff): Promise<DepartmentStaff> => updateRow(manager, DepartmentStaffEntity, post),

    /** The posts of a subject in force at the instant, for building the actor. */
    async postsOf(subject: string, now: Date): Promise<readonly DepartmentPost[]> {
      const rows: readonly { department_id: DepartmentId; role: DepartmentPost['role'] }[] = await manager.query(
        'select department_id, role from department_post where subject = $1 and starts_at <= $2 and coalesce(ended_at, ends_at) > $2 order by department_id',
        [subject, now],
      );
      return rows.map((row) => ({ departmentId: row.department_id, role: row.role }));
    },

    /** The department of a machine client that is not revoked, with what it may do there, for building the actor. */
    async findClient(
      clientId: string,
    ): Promise<{ readonly departmentId: DepartmentId; readonly scopes: readonly string[] } | undefined> {
      const [row]: readonly { department_id: DepartmentId; scopes: string[] }[] = await manager.query(
        'select department_id, scopes from department_client where client_id = $1 and revoked_at is null',
        [clientId],
      );
      return row === undefined ? undefined : { departmentId: row.department_id, scopes: row.scopes };
    },
  };
}
