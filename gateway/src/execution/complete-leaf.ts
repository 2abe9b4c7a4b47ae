import { type GraphQLLeafType, isEnumType, isSpecifiedScalarType } from 'graphql';

/** What stands for a value that cannot be completed; its error is recorded, and the field that holds it becomes null. */
export const failed = Symbol('failed');

/** Completes a value that is neither null nor undefined. */
export type CompleteLeaf = (value: unknown) => unknown;

/**
 * Result coercion of the specification for the client's schema. Values that JSON has right already are passed on without a call into the
 * type; enum values the client's schema does not know are `failed`, hidden ones among them.
 */
export function compileLeaf(type: GraphQLLeafType): CompleteLeaf {
  if (isEnumType(type)) {
    const values = new Set<unknown>(type.getValues().map(({ name }) => name));
    return (value) => (values.has(value) ? value : failed);
  }
  const serialize = (value: unknown): unknown => {
    try {
      return type.serialize(value) ?? failed;
    } catch {
      return failed;
    }
  };
  if (!isSpecifiedScalarType(type)) return serialize;
  const isRight = rightByName.get(type.name);
  return isRight ? (value) => (isRight(value) ? value : serialize(value)) : serialize;
}

const isText = (value: unknown): boolean => typeof value === 'string';

const rightByName = new Map<string, (value: unknown) => boolean>([
  ['String', isText],
  ['ID', isText],
  ['Boolean', (value) => typeof value === 'boolean'],
  ['Float', (value) => typeof value === 'number' && Number.isFinite(value)],
  // Bitwise operations keep exactly the 32-bit integers.
  ['Int', (value) => typeof value === 'number' && (value | 0) === value],
]);
