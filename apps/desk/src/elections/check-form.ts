import type { FieldProblem, Outcome } from '@guildhall/ui';
import { requireFilled } from '../blocks/require-filled.js';
import { findDateProblems, type ScheduleInstants } from './schedule-values.js';

/** What the graph would say of a form, without asking it. */
export type FormRefusal = {
  readonly result: {
    readonly __typename: 'ValidationError';
    readonly message: string;
    readonly fields: readonly FieldProblem[];
  };
};

/** How a mutation went, or why it was not sent. */
export type FormOutcome<Result extends { readonly __typename?: string }> = Outcome<Result | FormRefusal['result']>;

/** What is left empty, and dates that cannot be, all of them to come where `now` is given; undefined when all is well. The graph checks the rest. */
export function checkForm(
  filled: Readonly<Record<string, string>>,
  schedule?: ScheduleInstants,
  now?: string,
): FormRefusal | undefined {
  const fields = [
    ...(requireFilled(filled)?.result?.fields ?? []),
    ...(schedule === undefined ? [] : findDateProblems(schedule, now)),
  ];
  return fields.length === 0 ? undefined : { result: { __typename: 'ValidationError', message: '', fields } };
}
