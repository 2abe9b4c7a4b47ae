/*
 * Somebody who can be given a mediation: a mediator in office. Owner of the appointment: membership. Whom they are tied
 * to is kept here as blind indexes that say nothing by themselves.
 */
import { FieldChecks, type Result, type ValidationError } from '@guildhall/kernel';
import type { PersonKey } from '../mediation/mediation.js';

/** A mediator in office, with every key under which they could stand on a side. */
export type Mediator = { readonly subject: string; readonly persons: readonly PersonKey[] };

/** A mediator as the advice manager sees one for a mediation: whether free of any tie, never which. */
export type MediatorCandidate = { readonly subject: string; readonly isFree: boolean };

/** Checks the names a mediator declares: their own and of people they are close to, 1 to 50. */
export function checkTies(names: readonly string[]): Result<readonly string[], ValidationError> {
  const told = names.map((name) => name.trim());
  return new FieldChecks()
    .that(told.length > 0, 'names', 'REQUIRED', 'Name at least yourself.')
    .textList('names', told, { max: 50, maxLength: 120 })
    .finish(told);
}
