/*
 * Which resources somebody may see, as data and as SQL: the repositories of the library read nothing outside it.
 * Life: one request. Owner: learning.
 */
import type { Id } from '@guildhall/kernel';

/** Which resources an actor may see: published ones, their own, and what reviewers look at. */
export type ResourceScope = {
  readonly own: Id<'Member'> | undefined;
  readonly reviewed: boolean;
  readonly everything: boolean;
};

/** A condition over a row with its named parameters. */
export type ScopeSql = { readonly sql: string; readonly parameters: Readonly<Record<string, string>> };

/** The scope as a condition over a row of `resource` that the statement calls `alias`. */
export function scopeSql({ own, reviewed, everything }: ResourceScope, alias: string): ScopeSql {
  if (everything) return { sql: 'true', parameters: {} };
  const ways = [`${alias}.status = 'PUBLISHED'`];
  if (own !== undefined) ways.push(`${alias}.author_id = :own::uuid`);
  if (reviewed) ways.push(`${alias}.status in ('IN_REVIEW', 'HELD', 'RETIRED')`);
  return { sql: `(${ways.join(' or ')})`, parameters: own === undefined ? {} : { own } };
}

/** What of the versions of a resource in sight is in sight: what was published, and what is in work for whom it concerns. */
export function versionScopeSql({ own, reviewed, everything }: ResourceScope): string {
  if (everything) return 'true';
  const ways = ['version.published_at is not null'];
  if (own !== undefined) ways.push('resource.author_id = :own::uuid');
  if (reviewed) ways.push(`version.status = 'IN_REVIEW'`);
  return `(${ways.join(' or ')})`;
}
