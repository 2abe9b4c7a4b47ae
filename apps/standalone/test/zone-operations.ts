import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
} from 'graphql';
import { findWorkspace } from '../src/data-folder.js';

/** The graph as clients see it. */
export const schema = buildSchema(
  readFileSync(join(findWorkspace(import.meta.dirname), 'gateway/api.graphql'), 'utf8'),
);

/** An id that nothing has. */
export const missing = '3f2b7c1e-9d4a-4e6b-8a51-0c7d9e2f6b13';

/** An operation with variables for the id it is asked about. */
export type ZoneOperation = {
  readonly name: string;
  readonly query: string;
  readonly variables: (id: string) => Readonly<Record<string, unknown>>;
};

type Field = GraphQLField<unknown, unknown>;

const queries: readonly Field[] = Object.values(schema.getQueryType()?.getFields() ?? {});
const mutations: readonly Field[] = Object.values(schema.getMutationType()?.getFields() ?? {});

const inputFieldsOf = ({ args: [input] }: Field) => {
  const type = input && getNamedType(input.type);
  return isInputObjectType(type) ? Object.values(type.getFields()) : [];
};

/** The names under which mutations take ids. */
export const idNames: readonly string[] = [
  ...new Set(
    mutations.flatMap((mutation) =>
      inputFieldsOf(mutation)
        .filter(({ type }) => getNamedType(type).name === 'ID')
        .map(({ name }) => name),
    ),
  ),
].sort();

/** Every mutation that takes an id under this name, with other values that pass the schema, so that it gets as far as the decision. */
export function mutationsWith(idName: string): readonly ZoneOperation[] {
  const named = mutations.filter((mutation) => inputFieldsOf(mutation).some(({ name }) => name === idName));
  return named.map(({ name, args: [input] }) => ({
    name,
    query: `mutation ($input: ${String(input?.type)}) { ${name}(input: $input) { __typename ... on UserError { message } } }`,
    variables: (id) => ({ input: input === undefined ? {} : sample(input.type, 'input', { idName, id }) }),
  }));
}

/** A query of one thing by its id. */
export function queryOf(name: string, idName = 'id'): ZoneOperation {
  const field = queries.find((one) => one.name === name);
  if (!field) throw new Error(`There is no query ${name}.`);
  const others = field.args.filter((arg) => arg.name !== idName && isNonNullType(arg.type));
  return {
    name,
    query: `query ($id: ID!${others.map((arg) => `, $${arg.name}: ${String(arg.type)}`).join('')}) { ${name}(${idName}: $id${others
      .map((arg) => `, ${arg.name}: $${arg.name}`)
      .join('')}) ${selectionOf(field.type, 2)} }`,
    variables: (id) => ({
      id,
      ...Object.fromEntries(others.map((arg) => [arg.name, sample(arg.type, arg.name, { idName, id })])),
    }),
  };
}

/** Everything that can be asked without naming anything, as deep as four objects. */
export const openQueries: readonly { readonly name: string; readonly query: string }[] = queries
  .filter(({ args }) => args.every(({ type, defaultValue }) => !isNonNullType(type) || defaultValue !== undefined))
  .map(({ name, type }) => ({ name, query: `{ ${name} ${selectionOf(type, 4)} }` }));

/** Scalars, and objects as deep as said; what needs an argument is left out. */
function selectionOf(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return '';
  if (isUnionType(named)) return '{ __typename }';
  const possible = isObjectType(named) ? [named] : [];
  const fields = possible.flatMap((one) => Object.values(one.getFields()));
  const parts = fields.flatMap((field) => {
    if (field.args.some(({ type: argument, defaultValue }) => isNonNullType(argument) && defaultValue === undefined))
      return [];
    if (!isCompositeType(getNamedType(field.type))) return [field.name];
    return depth > 0 ? [`${field.name} ${selectionOf(field.type, depth - 1)}`] : [];
  });
  return `{ __typename ${parts.join(' ')} }`;
}

function sample(
  type: GraphQLInputType,
  name: string,
  asked: { readonly idName: string; readonly id: string },
): unknown {
  if (isNonNullType(type)) return sample(type.ofType, name, asked);
  if (isListType(type)) return [sample(type.ofType, name, asked)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const wanted = Object.values(type.getFields()).filter(
      (field) => isNonNullType(field.type) || field.name === asked.idName,
    );
    return Object.fromEntries(wanted.map((field) => [field.name, sample(field.type, field.name, asked)]));
  }
  if (name === asked.idName) return asked.id;
  const values: Readonly<Record<string, unknown>> = {
    ID: missing,
    Boolean: true,
    Int: 1,
    Float: 1,
    DateTime: '2030-01-01T00:00:00Z',
    Date: '2030-01-01',
  };
  return values[getNamedType(type).name] ?? 'carl has twenty letters and more';
}
