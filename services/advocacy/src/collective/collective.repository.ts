import type { Id } from '@guildhall/kernel';
import { ConcurrentWrite, insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { CaseId } from '../case/case.js';
import type { CaseViewer } from '../sealing/viewer.js';
import { CollectiveSuggestionEntity } from './collective.entity.js';
import type { CaseCause, Cause, CollectiveRule, CollectiveSuggestion, Tally } from './collective.js';
import { collectivePolicy } from './collective.policy.js';

type CauseRow = {
  case_id: CaseId;
  cause: Cause;
  department_id: Id<'Department'>;
  named_at: Date;
  consented_at: Date | null;
  version: number;
};

/** Students are counted, not cases; a case counts with its student's consent, or once it leads to nobody. */
const tallies = `
  select named.cause, named.department_id, count(distinct file.student)::int as students
  from case_cause named join case_file file on file.id = named.case_id
  where (named.consented_at is not null or file.data_key is null)
    and file.opened_at > $1::timestamptz - make_interval(months => $2) and file.opened_at <= $1
  group by named.cause, named.department_id order by named.cause, named.department_id`;

/** Keeps causes of cases and what many of them share. */
export type CollectiveRepository = ReturnType<typeof createCollectiveRepository>;

/** A repository over one connection or transaction. */
export function createCollectiveRepository(manager: EntityManager) {
  return {
    /** The causes of cases that the viewer was shown. */
    async listCauses(caseIds: readonly CaseId[]): Promise<readonly CaseCause[]> {
      const rows: readonly CauseRow[] = await manager.query(
        'select * from case_cause where case_id = any($1::uuid[])',
        [caseIds],
      );
      return rows.map((row) => ({
        caseId: row.case_id,
        cause: row.cause,
        departmentId: row.department_id,
        namedAt: row.named_at,
        consentedAt: row.consented_at ?? undefined,
        version: row.version,
      }));
    },

    /** Names or corrects the cause; a consent was to the cause that stood there and goes with it. */
    nameCause: ({ caseId, cause, departmentId, namedAt }: CaseCause): Promise<unknown> =>
      manager.query(
        `insert into case_cause (case_id, cause, department_id, named_at, version) values ($1, $2, $3, $4, 1)
         on conflict (case_id) do update set cause = excluded.cause, department_id = excluded.department_id,
           named_at = excluded.named_at, consented_at = null, version = case_cause.version + 1`,
        [caseId, cause, departmentId, namedAt],
      ),

    /** Gives or takes back the consent to be counted. */
    async saveConsent({ caseId, version }: CaseCause, consentedAt: Date | undefined): Promise<void> {
      const [rows]: [readonly unknown[], number] = await manager.query(
        'update case_cause set consented_at = $3, version = version + 1 where case_id = $1 and version = $2 returning case_id',
        [caseId, version, consentedAt ?? null],
      );
      if (rows.length === 0) throw new ConcurrentWrite();
    },

    /** The rule in force at the instant. */
    async ruleAt(now: Date): Promise<CollectiveRule> {
      const [row]: readonly { version: number; students_min: number; months: number }[] = await manager.query(
        'select version, students_min, months from collective_rule where valid_from <= $1 order by valid_from desc limit 1',
        [now],
      );
      if (row === undefined) throw new Error('the migrations bring a first version of the rule');
      return { version: row.version, studentsMin: row.students_min, months: row.months };
    },

    /** How many students stand behind each cause and department now; for the platform's own count and for nobody else. */
    async countStudents(now: Date, { months }: CollectiveRule): Promise<readonly Tally[]> {
      const rows: readonly { cause: Cause; department_id: Id<'Department'>; students: number }[] = await manager.query(
        tallies,
        [now, months],
      );
      return rows.map((row) => ({ cause: row.cause, departmentId: row.department_id, students: row.students }));
    },

    /** The elected officers of the union in office, by the subject of their sign-in. */
    async listOfficers(now: Date): Promise<readonly { readonly subject: string; readonly memberId: Id<'Member'> }[]> {
      const rows: readonly { subject: string; member_id: Id<'Member'> }[] = await manager.query(
        `select distinct m.subject, m.member_id from actor_mandate d join actor_member m using (member_id)
         where d.kind = 'UNION_OFFICER' and d.starts_at <= $1 and d.ends_at > $1 and m.is_active order by m.subject limit 100`,
        [now],
      );
      return rows.map((row) => ({ subject: row.subject, memberId: row.member_id }));
    },

    /** Every suggestion, for the count. */
    listAll: (): Promise<readonly CollectiveSuggestion[]> =>
      manager.createQueryBuilder(CollectiveSuggestionEntity, 'suggestion').getMany(),

    /** What the viewer is shown: the whole advice team the same, in an order that tells nothing of how many. */
    listVisible: (viewer: CaseViewer): Promise<readonly CollectiveSuggestion[]> =>
      manager
        .createQueryBuilder(CollectiveSuggestionEntity, 'suggestion')
        .where(':sees', { sees: collectivePolicy.canSee(viewer) })
        .orderBy('suggestion.cause')
        .addOrderBy('suggestion.departmentId')
        .getMany(),

    /** One suggestion, or nothing when missing or hidden. */
    findVisible: (viewer: CaseViewer, id: Id<'CollectiveSuggestion'>): Promise<CollectiveSuggestion | null> =>
      manager
        .createQueryBuilder(CollectiveSuggestionEntity, 'suggestion')
        .where('suggestion.id = :id and :sees', { id, sees: collectivePolicy.canSee(viewer) })
        .getOne(),

    add: (suggestion: CollectiveSuggestion): Promise<CollectiveSuggestion> =>
      insertRow(manager, CollectiveSuggestionEntity, suggestion),
    save: (suggestion: CollectiveSuggestion): Promise<CollectiveSuggestion> =>
      updateRow(manager, CollectiveSuggestionEntity, suggestion),
  };
}
