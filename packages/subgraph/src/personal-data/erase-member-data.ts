import type { EntityManager } from 'typeorm';
import type { PersonalSection } from './personal-section.js';

/** Erases, inside the caller's transaction, what the sections of a service say about a member. */
export async function eraseMemberData(
  manager: EntityManager,
  sections: readonly PersonalSection[],
  memberId: string,
): Promise<void> {
  for (const { erase } of sections) for (const statement of erase) await manager.query(statement, [memberId]);
}
