import type { Actor } from '@guildhall/kernel';
import { visibleResources } from './resource.policy.js';
import { scopeSql, type ScopeSql } from './resource-scope.js';

/** What the actor may see, as SQL over a row of `resource` that the statement calls `alias`. */
export function visibleSql(actor: Actor, alias: string): ScopeSql {
  return scopeSql(visibleResources(actor), alias);
}
