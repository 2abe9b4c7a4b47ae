import type { ErrorOf, Result, ValueOf } from '@guildhall/kernel';

/** Turns a use case's outcome into a member of its GraphQL result union: the named success, or the error as it is. */
export function toResult<
  Name extends string,
  R extends Result<unknown, { readonly __typename: string }>,
  Fields extends object,
>(name: Name, result: R, fields: (value: ValueOf<R>) => Fields): ({ readonly __typename: Name } & Fields) | ErrorOf<R> {
  return result.ok ? { __typename: name, ...fields(result.value as ValueOf<R>) } : (result.error as ErrorOf<R>);
}
