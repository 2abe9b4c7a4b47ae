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
  const given = listSize.slicingArguments.map((name) => readArgument(field, name));
  const defaults = listSize.slicingArguments.flatMap((name) => numbersIn(info.args.get(name)?.defaultValue));
  const fallback = defaults.length > 0 ? Math.max(...defaults) : (listSize.assumedSize ?? listSize.fallback);
  const sizeFor = (variables: Variables): number => {
    const sizes = given.flatMap(({ read }) => read(variables));
    return Math.max(0, sizes.length > 0 ? Math.max(...sizes) : fallback);
  };
  const isFixed = given.every(({ isDynamic }) => !isDynamic);
  const check = (variables: Variables, pageSizeMax: number): GraphQLError | undefined => {
    const sizes = given.flatMap(({ read }) => read(variables));
    const asked = Math.max(0, ...sizes);
    if (asked > pageSizeMax) return pageTooLong(field, asked, pageSizeMax);
    const count = sizes.length > 0 ? sizes.length : defaults.length;
    return listSize.requiresOneSlicingArgument && listSize.slicingArguments.length > 0 && count !== 1
      ? slicingError(field, listSize.slicingArguments)
      : undefined;
  };
  return { size: isFixed ? sizeFor({}) : sizeFor, check };
}

function readArgument(
  field: FieldNode,
  name: string,
): { readonly isDynamic: boolean; readonly read: (variables: Variables) => readonly number[] } {
  const argument = field.arguments?.find((one) => one.name.value === name);
  return {
    isDynamic: argument !== undefined && hasVariables(argument.value),
    read: (variables) => numbersIn(argumentValue(argument, variables)),
  };
}

function numbersIn(value: unknown): readonly number[] {
  return typeof value === 'number' && !Number.isNaN(value) ? [value] : [];
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
