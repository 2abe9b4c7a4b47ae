import { type GraphQLSchema, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';

/** A meta field with its arguments, and what is selected of it. */
export type Introspection = { readonly call: string; readonly body: string };

const typeReference = '{ name kind ofType { name kind ofType { name kind ofType { name } } } }';
const known = new WeakMap<GraphQLSchema, readonly Introspection[]>();

/** Questions about the schema itself, to mix among the others. */
export function introspections(schema: GraphQLSchema): readonly Introspection[] {
  const made = known.get(schema) ?? makeIntrospections(schema);
  known.set(schema, made);
  return made;
}

function makeIntrospections(schema: GraphQLSchema): readonly Introspection[] {
  const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__'));
  const bodies = types.map((type) => {
    if (isObjectType(type) || isInterfaceType(type))
      return `{ name kind interfaces { name } possibleTypes { name } fields(includeDeprecated: true) { name args { name defaultValue type ${typeReference} } type ${typeReference} } }`;
    if (isInputObjectType(type)) return `{ name inputFields { name defaultValue type ${typeReference} } }`;
    return '{ __typename name description enumValues(includeDeprecated: true) { name isDeprecated } possibleTypes { name } }';
  });
  return [
    { call: '__schema', body: '{ __typename queryType { name } mutationType { name } }' },
    { call: '__schema', body: '{ types { name kind } }' },
    { call: '__type(name:"Nobody")', body: '{ name }' },
    ...types.map((type, index) => ({ call: `__type(name:"${type.name}")`, body: bodies[index] ?? '{ name }' })),
  ];
}
