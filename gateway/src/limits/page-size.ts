import { type FieldNode, GraphQLError } from 'graphql';
import type { FieldInfo } from '../supergraph-index.js';
import type { Formula, Variables } from './cost-formula.js';
import type { ListSize } from './cost-rules.js';
import { argumentValue, hasVariables } from './input-cost.js';
import { limitError } from './limit-error.js';

/** The size a field's slicing arguments ask for, and what may be wrong with them in a request. */
export type PageSize = {
  /** Items in an estimate. */
  readonly size: Formula;
  /** The refusal of a request whose arguments are not as they must be; undefined for one that is fine. */
  readonly check: (variables: Variables, pageSizeMax: number) => GraphQLError | undefined;
};

/**
 * Compiles the slicing arguments of one field: the largest one given is the size; defaults count when none is given; then the assumed
 * size. An argument that is no number is left to the executor, which refuses it.
 */
export function compilePageSize(
  field: FieldNode,
  info: FieldInfo,
  listSize: ListSize & { fallback: number },
): PageSize {
  const given = listSize.slicingArguments.map((name) => field.arguments?.find((one) => one.name.value === name));
  const defaults = listSize.slicingArguments.flatMap((name) => numbersIn(info.args.get(name)?.defaultValue));
  const fallback = defaults.length > 0 ? Math.max(...defaults) : (listSize.assumedSize ?? listSize.fallback);
  const ask = (variables: Variables): Asked => {
    let count = 0;
    let largest = 0;
    for (const argument of given) {
      const value = argumentValue(argument, variables);
      if (typeof value !== 'number' || Number.isNaN(value)) continue;
      count += 1;
      if (value > largest) largest = value;
    }
    return { count, largest };
  };
  const sizeFor = (variables: Variables): number => {
    const { count, largest } = ask(variables);
    return count > 0 ? largest : fallback;
  };
  const isFixed = !given.some((argument) => argument && hasVariables(argument.value));
  const needsOne = listSize.requiresOneSlicingArgument && given.length > 0;
  const check = (variables: Variables, pageSizeMax: number): GraphQLError | undefined => {
    const { count, largest } = ask(variables);
    if (largest > pageSizeMax) return pageTooLong(field, largest, pageSizeMax);
    const isOne = (count > 0 ? count : defaults.length) === 1;
    return needsOne && !isOne ? slicingError(field, listSize.slicingArguments) : undefined;
  };
  return { size: isFixed ? sizeFor({}) : sizeFor, check };
}

/** How many of the slicing arguments are given, and the largest of them; a negative one asks for nothing. */
type Asked = { readonly count: number; readonly largest: number };

function numbersIn(value: unknown): readonly number[] {
  return typeof value === 'number' ? [value] : [];
}

function pageTooLong(field: FieldNode, found: number, allowed: number): GraphQLError {
  return limitError(`The page of "${field.name.value}" has ${found} items; ${allowed} are allowed.`, {
    limit: 'pageSize',
    allowed,
    found,
  });
}

function slicingError(field: FieldNode, names: readonly string[]): GraphQLError {
  return new GraphQLError(`Give "${field.name.value}" exactly one of the arguments ${names.join(', ')}.`, {
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
  });
}
