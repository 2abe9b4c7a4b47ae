import type { Id } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { ServiceRule } from './deadline.js';
import { endOfCampusDay } from './due.js';
import { pausedKinds } from './pause.js';
import { insertRuleRow, listRules } from './rule-rows.repository.js';
import type { RuleDraft } from '../service-rule/service-rule.js';

/** Keeps the versions of the service's promises and of its calendar. */
export type ServiceRuleRepository = ReturnType<typeof createServiceRuleRepository>;

/** A repository over one connection or transaction. */
export function createServiceRuleRepository(manager: EntityManager, zone: string) {
  return {
    /** Every version, the earliest in force first. */
    list: (): Promise<readonly ServiceRule[]> => listRules(manager, zone),

    /** The version that a new one follows; publishers wait for one another until the transaction ends. */
    async latestForUpdate(): Promise<ServiceRule> {
      await manager.query(`select pg_advisory_xact_lock(hashtext('service_rule'))`);
      const rule = (await listRules(manager, zone)).at(-1);
      if (rule === undefined) throw new Error('the migrations bring a first version of the rules');
      return rule;
    },

    async add(
      { workingWeekdays, holidays, closures, ...numbers }: RuleDraft,
      { version, by, now }: { readonly version: number; readonly by: string; readonly now: Date },
    ): Promise<ServiceRule> {
      const rule = { ...numbers, version, calendar: { zone, workingWeekdays, holidays, closures } };
      await insertRuleRow(manager, rule, { by, at: now });
      return rule;
    },

    /** The cases that are not over and owe something that a closure of the service stops. */
    async listCasesOwing(): Promise<readonly Id<'Case'>[]> {
      const rows: readonly { case_id: Id<'Case'> }[] = await manager.query(
        `select distinct owed.case_id from case_deadline owed join case_file file on file.id = owed.case_id
         where owed.met_at is null and owed.replaced_at is null and owed.kind = any($1) and file.status not in ('CLOSED', 'SIGNPOSTED')
         order by owed.case_id`,
        [pausedKinds.CLOSURE],
      );
      return rows.map((row) => row.case_id);
    },

    /** The first instant of a closure, and the first one after it. */
    spanOf({ from, to }: RuleDraft['closures'][number]): { readonly from: Date; readonly to: Date } {
      return { from: startAfter(Date.parse(from) - halfDayMs), to: startAfter(Date.parse(to) + halfDayMs) };
    },
  };

  function startAfter(noon: number): Date {
    return new Date(endOfCampusDay(new Date(noon), { zone }).getTime() + 1);
  }
}

const halfDayMs = 12 * 3_600_000;
