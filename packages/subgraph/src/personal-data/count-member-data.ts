import type { EntityManager } from 'typeorm';
import type { PersonalSection } from './personal-section.js';

/** One row of the retention table, with how much of it there is about one member. */
export type ErasureItemModel = { readonly section: PersonalSection; readonly count: number | undefined };

/** What erasure would do to what a service keeps about a member, in the order of its sections: one statement for all counts. */
export async function countMemberData(
  manager: EntityManager,
  sections: readonly PersonalSection[],
  memberId: string,
): Promise<readonly ErasureItemModel[]> {
  const counted = sections.filter(({ select, isCounted = true }) => isCounted && select !== undefined);
  const counts = counted.map(({ select }, index) => `(select count(*)::int from (${select ?? ''}) s) as "${index}"`);
  const [row]: readonly Readonly<Record<string, number>>[] =
    counts.length === 0 ? [{}] : await manager.query(`select ${counts.join(', ')}`, [memberId]);
  return sections.map((section) => {
    const place = counted.indexOf(section);
    return { section, count: place < 0 ? undefined : row?.[String(place)] };
  });
}
