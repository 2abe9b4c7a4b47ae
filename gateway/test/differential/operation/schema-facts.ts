import { type GraphQLCompositeType, type GraphQLSchema, isAbstractType, isCompositeType, isObjectType } from 'graphql';

type SchemaFacts = {
  readonly fieldNames: readonly string[];
  readonly overlaps: Map<GraphQLCompositeType, readonly GraphQLCompositeType[]>;
};

const known = new WeakMap<GraphQLSchema, SchemaFacts>();

/** The name of every field of an object type, each once. */
export function fieldNamesOf(schema: GraphQLSchema): readonly string[] {
  return factsOf(schema).fieldNames;
}

/** The types that a fragment may name where this one is selected: those that share an object type with it, itself included. */
export function overlappingTypes(schema: GraphQLSchema, type: GraphQLCompositeType): readonly GraphQLCompositeType[] {
  const { overlaps } = factsOf(schema);
  const found = overlaps.get(type) ?? findOverlaps(schema, type);
  overlaps.set(type, found);
  return found;
}

function factsOf(schema: GraphQLSchema): SchemaFacts {
  const facts = known.get(schema) ?? { fieldNames: readFieldNames(schema), overlaps: new Map() };
  known.set(schema, facts);
  return facts;
}

function readFieldNames(schema: GraphQLSchema): readonly string[] {
  const objects = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type));
  const names = objects.filter(({ name }) => !name.startsWith('__')).flatMap((type) => Object.keys(type.getFields()));
  return [...new Set(names)];
}

function findOverlaps(schema: GraphQLSchema, type: GraphQLCompositeType): readonly GraphQLCompositeType[] {
  const members = (one: GraphQLCompositeType) => (isAbstractType(one) ? schema.getPossibleTypes(one) : [one]);
  const own = new Set(members(type));
  return Object.values(schema.getTypeMap())
    .filter((other) => isCompositeType(other))
    .filter((other) => members(other).some((member) => own.has(member)));
}
