import {
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { isRecord } from './required-input.js';

/** A field whose arguments a client gave. */
export type Given = { readonly type: string; readonly field: string; readonly args: Readonly<Record<string, unknown>> };

/**
 * Adds the defaults of arguments and input fields that clients cannot see: the services that have them act on them, so the reference
 * must too.
 */
export function withHiddenDefaults(
  fullSchema: GraphQLSchema,
  { type, field, args }: Given,
): Readonly<Record<string, unknown>> {
  const object = fullSchema.getType(type);
  const declared = isObjectType(object) ? object.getFields()[field]?.args : undefined;
  return declared ? complete(args, declared) : args;
}

type Declared = { readonly name: string; readonly type: GraphQLInputType; readonly defaultValue?: unknown };

function complete(given: Readonly<Record<string, unknown>>, declared: readonly Declared[]): Record<string, unknown> {
  return Object.fromEntries(
    declared.flatMap(({ name, type, defaultValue }) => {
      if (Object.hasOwn(given, name)) return [[name, completeValue(given[name], type)]];
      return defaultValue === undefined ? [] : [[name, completeValue(defaultValue, type)]];
    }),
  );
}

function completeValue(value: unknown, type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return completeValue(value, type.ofType);
  if (isListType(type))
    return Array.isArray(value) ? value.map((item: unknown) => completeValue(item, type.ofType)) : value;
  return isInputObjectType(type) && isRecord(value) ? complete(value, Object.values(type.getFields())) : value;
}
