import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { CaseId } from '../case/case.js';
import type { CaseSides, CaseViewer } from '../sealing/viewer.js';
import type { SafeguardingRule, SafeguardingStep, StepId } from './safeguarding.js';
import { visibleSteps, type StepFile } from './safeguarding.policy.js';
import { SafeguardingStepEntity } from './step.entity.js';

/** Reads and writes steps without their reasons; every read takes the viewer. */
export type SafeguardingRepository = ReturnType<typeof createSafeguardingRepository>;

type SidesRow = {
  readonly student: CaseSides['student'];
  readonly assignee: string | null;
  readonly second_worker: string | null;
};

/** A repository over one connection or transaction. */
export function createSafeguardingRepository(manager: EntityManager) {
  const visible = (viewer: CaseViewer): SelectQueryBuilder<SafeguardingStep> => {
    const { self, worker, manager: adviceManager, all } = visibleSteps(viewer);
    return manager
      .createQueryBuilder(SafeguardingStepEntity, 'step')
      .innerJoin('case_file', 'file', 'file.id = step.caseId')
      .addSelect('file.student', 'student')
      .addSelect('file.assignee', 'assignee')
      .addSelect('file.second_worker', 'second_worker')
      .where(
        `(:all or (file.student = :self and step.toldAt is not null)
          or (file.student is distinct from :self and (file.assignee = :worker or file.second_worker = :worker
            or (:adviceManager::text is not null and not is_behind_wall(file.id, :adviceManager)))))`,
        { all, self: self ?? null, worker: worker ?? null, adviceManager: adviceManager ?? null },
      );
  };
  const read = async (query: SelectQueryBuilder<SafeguardingStep>): Promise<readonly StepFile[]> => {
    const { entities, raw } = await query.getRawAndEntities<SidesRow>();
    return entities.flatMap((step, index) => {
      const row = raw[index];
      if (row === undefined) return [];
      const { student, assignee, second_worker: secondWorker } = row;
      return [{ step, sides: { student, assignee: assignee ?? undefined, secondWorker: secondWorker ?? undefined } }];
    });
  };
  return {
    /** The grounds in force at the instant. */
    async ruleAt(now: Date): Promise<SafeguardingRule> {
      const [rule]: readonly { version: number; later_days_max: number; grounds: string[]; later: string[] }[] =
        await manager.query(
          `select r.version, r.later_days_max,
             array(select code from safeguarding_ground g where g.rule_version = r.version and g.kind = 'STEP' order by code) as grounds,
             array(select code from safeguarding_ground g where g.rule_version = r.version and g.kind = 'LATER' order by code) as later
           from safeguarding_rule r where r.valid_from <= $1 order by r.valid_from desc limit 1`,
          [now],
        );
      if (rule === undefined) throw new Error('the migrations bring a first version of the grounds');
      return {
        version: rule.version,
        grounds: rule.grounds,
        laterGrounds: rule.later,
        laterDaysMax: rule.later_days_max,
      };
    },

    /** One step the viewer may see, or nothing when missing or hidden. */
    async findVisible(viewer: CaseViewer, id: StepId): Promise<StepFile | null> {
      const [file] = await read(visible(viewer).andWhere('step.id = :id', { id }));
      return file ?? null;
    },

    /** The steps of the cases that the viewer may see, oldest first. */
    listOf: (viewer: CaseViewer, caseIds: readonly CaseId[]): Promise<readonly StepFile[]> =>
      read(
        visible(viewer)
          .andWhere('step.caseId = any(:caseIds)', { caseIds })
          .orderBy('step.proposedAt')
          .addOrderBy('step.id'),
      ),

    add: (step: SafeguardingStep): Promise<SafeguardingStep> => insertRow(manager, SafeguardingStepEntity, step),
    save: (step: SafeguardingStep): Promise<SafeguardingStep> => updateRow(manager, SafeguardingStepEntity, step),
  };
}
