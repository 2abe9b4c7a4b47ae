import { UserErrorReceived } from './graph-error.js';

/** A result union as selected: every member carries its name. */
type ResultMember = { readonly __typename: string };

/** The success members of a result union, by the naming rule of the schema. */
export type SuccessOf<Result extends ResultMember> = Extract<Result, { readonly __typename: `${string}Success` }>;

/** The failure members of a result union. */
export type FailureOf<Result extends ResultMember> = Exclude<Result, { readonly __typename: `${string}Success` }>;

/** Whether a mutation succeeded; narrows the union both ways. */
export function isSuccess<Result extends ResultMember>(result: Result): result is SuccessOf<Result> {
  return result.__typename.endsWith('Success');
}

/** The success of a mutation, or throws {@link UserErrorReceived} with the failure. */
export function unwrap<Result extends ResultMember>(result: Result): SuccessOf<Result> {
  if (isSuccess(result)) return result;
  throw new UserErrorReceived(result);
}
