import type { Translate } from '../texts/translator.js';

/** One field of the input that breaks a rule, as `ValidationError.fields` lists it. */
export type FieldProblem = { readonly path: string; readonly rule: string };

/** A member of a mutation's result union, as far as every error has it. */
export type MutationResult = {
  readonly __typename?: string;
  readonly message?: string;
  readonly limit?: number;
  readonly fields?: readonly FieldProblem[];
};

/** True for a member that implements `UserError`: their names end so, by the rules of the schema. */
export function isUserError(result: MutationResult): boolean {
  return result.__typename?.endsWith('Error') === true;
}

/**
 * What an expected failure means, by its `__typename`: the app's own sentence, else the shared one, else a general one. The
 * server's `message` is English and is not shown.
 */
export function describeUserError(t: Translate, { __typename, limit }: MutationResult): string {
  return t([`userErrors.${__typename}`, 'userErrors.other'], { limit });
}

/** What is wrong with one field, by the rule it broke. */
export function describeFieldProblem(t: Translate, { rule }: FieldProblem): string {
  return t([`rules.${rule}`, 'rules.other']);
}
