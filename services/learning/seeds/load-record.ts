import { planDemoService, planDemoSkills, type DemoUnion } from '@guildhall/demo';
import { insertRows, type SeedOptions } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { demoAttendances, demoHours, demoLeading, demoMandates, demoProposalFacts } from './demo-record.js';
import type { RecordFact } from '../src/record/record-fact.js';

/** Every fact that others would have told of the demo union. */
export function demoFacts(
  union: DemoUnion,
  { anchor, size }: Pick<SeedOptions, 'anchor' | 'size'>,
): readonly RecordFact[] {
  return [
    ...demoAttendances(union),
    ...demoLeading(union),
    ...demoHours(planDemoService(union, { anchor, size }).claims, anchor),
    ...demoMandates(union),
    ...demoProposalFacts(union),
  ];
}

/** Loads the mapping of skills. */
export async function loadSkills(manager: EntityManager, anchor: Date): Promise<void> {
  const versions = planDemoSkills({ anchor });
  const slugs = new Map(versions.map(({ skillId, slug }) => [skillId, slug]));
  await insertRows(
    manager,
    'skill',
    [...slugs].map(([id, slug]) => ({ id, slug })),
  );
  await insertRows(
    manager,
    'skill_version',
    versions.map((version) => ({
      id: version.id,
      skill_id: version.skillId,
      number: version.number,
      status: version.status,
      name_en: version.nameEn,
      name_zh: version.nameZh,
      summary_en: version.summaryEn,
      summary_zh: version.summaryZh,
      rules: version.rules,
      is_retired: false,
      proposed_by: version.proposedBy,
      proposed_at: version.proposedAt,
      decided_by: version.decidedBy ?? null,
      decided_at: version.decidedAt ?? null,
    })),
  );
}
