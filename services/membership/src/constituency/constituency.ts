/*
 * A constituency: the students of one programme and year, who elect course representatives. It has no life of its own:
 * it is there while somebody studies it. Owner: membership; other services know the id alone.
 */
import type { Id } from '@guildhall/kernel';

/** The id of a constituency, made of its name by the database. */
export type ConstituencyId = Id<'Constituency'>;

/** The students of one programme and year. */
export type Constituency = { readonly id: ConstituencyId; readonly programme: string; readonly year: number };
