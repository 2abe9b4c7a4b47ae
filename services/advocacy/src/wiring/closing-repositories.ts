import type { EntityManager } from 'typeorm';
import { createCaseExportRepository, type CaseExportRepository } from '../case-export/case-export.repository.js';
import { createCollectiveRepository, type CollectiveRepository } from '../collective/collective.repository.js';
import { createRetentionRepository, type RetentionRepository } from '../retention/retention.repository.js';
import { createServiceRuleRepository, type ServiceRuleRepository } from '../deadline/service-rule.repository.js';

/** The repositories of the rules that cases are kept by and of what becomes of a case after its end. */
export type ClosingRepositories = {
  readonly collectives: CollectiveRepository;
  readonly exports: CaseExportRepository;
  readonly retentions: RetentionRepository;
  readonly serviceRules: ServiceRuleRepository;
};

/** These repositories over one connection or transaction. */
export function createClosingRepositories(manager: EntityManager, campusZone: string): ClosingRepositories {
  return {
    collectives: createCollectiveRepository(manager),
    exports: createCaseExportRepository(manager),
    retentions: createRetentionRepository(manager, campusZone),
    serviceRules: createServiceRuleRepository(manager, campusZone),
  };
}
