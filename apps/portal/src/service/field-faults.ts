import type { FieldValue, MutationResult, Outcome } from '@guildhall/ui';
import type { FieldRule } from '../generated/graphql.js';

/** What a mutation would answer to fields that were left empty. */
type MissingFields = {
  readonly result: {
    readonly __typename: 'ValidationError';
    readonly fields: readonly { readonly path: string; readonly rule: FieldRule }[];
  };
};

/**
 * Says which of these fields are empty, as the graph would; nothing when all are filled. Times and choices are asked for here,
 * because an empty one has no form in which it could be sent.
 */
export function missingFields(
  values: Readonly<Record<string, FieldValue | undefined>>,
  names: readonly string[],
): MissingFields | undefined {
  const empty = names.filter((name) => {
    const value = values[name] ?? '';
    return typeof value === 'string' && value.trim() === '';
  });
  if (empty.length === 0) return undefined;
  return {
    result: { __typename: 'ValidationError', fields: empty.map((path) => ({ path, rule: 'REQUIRED' as const })) },
  };
}

/** The outcome with each problem at the field of the form that `fieldOf` names for its path. */
export function atFields<Result extends MutationResult>(
  outcome: Outcome<Result>,
  fieldOf: (path: string) => string,
): Outcome<Result> {
  const { result } = outcome;
  if (result?.fields === undefined) return outcome;
  return {
    ...outcome,
    result: { ...result, fields: result.fields.map((each) => ({ ...each, path: fieldOf(each.path) })) },
  };
}
