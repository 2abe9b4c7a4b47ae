import type { Actor } from '@guildhall/kernel';
import { visibleResources } from './resource.policy.js';

/** A condition over a row of `resource` with its named parameters. */
export type ScopeSql = { readonly sql: string; readonly parameters: Readonly<Record<string, string>> };

/** What the actor may see, as SQL over a row of `resource` that the statement calls `alias`. */
export function visibleSql(actor: Actor, alias: string): ScopeSql {
  const { own, reviewed, everything } = visibleResources(actor);
  if (everything) return { sql: 'true', parameters: {} };
  const ways = [`${alias}.status = 'PUBLISHED'`];
  if (own !== undefined) ways.push(`${alias}.author_id = :own::uuid`);
  if (reviewed) ways.push(`${alias}.status in ('IN_REVIEW', 'HELD', 'RETIRED')`);
  return { sql: `(${ways.join(' or ')})`, parameters: own === undefined ? {} : { own } };
}
