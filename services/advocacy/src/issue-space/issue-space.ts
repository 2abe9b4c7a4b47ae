import { constituenciesOf, memberOf, representedBy, type Actor, type Id } from '@guildhall/kernel';
import type { IssueStatus } from '../issue/issue.js';

/** The space of one course for one viewer. */
export type IssueSpace = {
  /** The constituency's id. */
  readonly id: Id<'Constituency'>;
  readonly isStudent: boolean;
  readonly isRep: boolean;
};

/** How many issues of a course stand where. */
export type IssueCount = { readonly status: IssueStatus; readonly count: number };

/** The courses in which the actor studies or which they represent, each once; nothing for who is no member. */
export function spacesOf(actor: Actor): readonly IssueSpace[] | undefined {
  if (memberOf(actor) === undefined) return undefined;
  const [studied, represented] = [constituenciesOf(actor), representedBy(actor)];
  return [...new Set([...studied, ...represented])].map((id) => ({
    id,
    isStudent: studied.includes(id),
    isRep: represented.includes(id),
  }));
}
