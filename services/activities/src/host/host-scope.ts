import { memberOf, type Actor } from '@guildhall/kernel';

/** A condition in SQL, with its parameters. */
export type SqlScope = { readonly sql: string; readonly parameters: Readonly<Record<string, unknown>> };

/** The hosts that the actor speaks for, over the alias of `service_host`; the same rule as `speaksFor`. */
export function speaksForSql(actor: Actor, alias: string): SqlScope {
  const mandates = actor.kind === 'person' ? actor.mandates : [];
  return {
    sql: `(${alias}.contact_member_id = :hostContact or ${alias}.group_id = any(:hostGroups))`,
    parameters: {
      hostContact: memberOf(actor) ?? null,
      hostGroups: mandates.flatMap(({ groupId }) => groupId ?? []),
    },
  };
}
