import {
  buildASTSchema,
  type DocumentNode,
  execute,
  type ExecutionResult,
  GraphQLError,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  printSchema,
  responsePathAsArray,
  type TypeNode,
  visit,
} from 'graphql';
import { type DeterministicData, type Instance, isInstance } from './deterministic-data.js';
import type { ComposedGraph } from './graph-set.js';
import { withHiddenDefaults } from './hidden-defaults.js';

/** An operation to answer. */
export type Question = {
  readonly document: DocumentNode;
  readonly operationName?: string;
  readonly variables: Readonly<Record<string, unknown>>;
};

/** A place in an answer. */
export type Path = readonly (string | number)[];

/** An answer to compare: the data, and where and with what code something failed. */
export type Answer = {
  readonly data: unknown;
  readonly errors: readonly { readonly path?: Path; readonly message: string; readonly code?: string }[];
};

/** One schema over all the data, executed by graphql-js: what every answer of a gateway must equal. */
export type Reference = {
  readonly answer: (question: Question) => Promise<Answer>;
  /** Every place that can report an error: where null must rise, an executor may stop before it meets them all. */
  readonly possibleErrors: (question: Question) => Promise<readonly Path[]>;
};

/** Which fields the reference fails to answer, and with what code, when a service is taken to be down. */
export type Outage = { readonly isLost: (type: string, field: string) => boolean; readonly code: string };

/** Makes the reference of a graph, with every field failing for which the outage says so. */
export function createReference(graph: ComposedGraph, data: DeterministicData, outage?: Outage): Reference {
  const { fullSchema } = graph;
  const strict = graph.buildApiSchema();
  addResolvers(strict, { data, fullSchema, outage });
  const promises = graph.buildApiSchema();
  const lenient = buildASTSchema(withoutPromises(promises), { assumeValid: true });
  addResolvers(lenient, { data, fullSchema, outage, promises });
  return {
    answer: async (question) => toAnswer(await run(strict, question, newOccasion())),
    possibleErrors: async (question) => {
      const occasion = newOccasion();
      const { errors } = toAnswer(await run(lenient, question, occasion));
      return [...errors.map(({ path }) => path ?? []), ...occasion.broken];
    },
  };
}

/** How many mutations ran, and the places of nulls that break a promise of the schema. */
type ReferenceOccasion = { mutations: number; readonly broken: Path[] };

type Resolving = {
  readonly data: DeterministicData;
  readonly fullSchema: GraphQLSchema;
  readonly outage?: Outage;
  readonly promises?: GraphQLSchema;
};

function newOccasion(): ReferenceOccasion {
  return { mutations: 0, broken: [] };
}

async function run(
  schema: GraphQLSchema,
  question: Question,
  contextValue: ReferenceOccasion,
): Promise<ExecutionResult> {
  const { document, operationName, variables } = question;
  return execute({ schema, document, operationName, variableValues: variables, contextValue, rootValue: {} });
}

/** A result as an answer to compare. */
export function toAnswer({ data, errors = [] }: ExecutionResult): Answer {
  return {
    data: data ?? null,
    errors: errors.map(({ path, message, extensions }) => {
      const code = (extensions ?? {})['code'];
      return { path, message, ...(typeof code === 'string' ? { code } : {}) };
    }),
  };
}

function addResolvers(schema: GraphQLSchema, { data, fullSchema, outage, promises }: Resolving): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (value) => (isInstance(value) ? value.type : undefined);
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    const promising = promises?.getType(type.name);
    for (const field of Object.values(type.getFields())) {
      const promise = isObjectType(promising) ? promising.getFields()[field.name]?.type : undefined;
      field.resolve = (source: unknown, args, occasion: ReferenceOccasion, info) => {
        // A mutation that never reached its service does not count as one that ran.
        if (outage?.isLost(type.name, field.name))
          throw new GraphQLError('The service is down.', { extensions: { code: outage.code } });
        const instance = instanceOf(type.name, source, occasion);
        const complete = withHiddenDefaults(fullSchema, { type: instance.type, field: field.name, args });
        const value = data.valueOf({ instance, field: field.name, args: complete });
        if (promise) occasion.broken.push(...brokenPromises(value, promise, responsePathAsArray(info.path)));
        return value;
      };
    }
  }
}

function instanceOf(typeName: string, source: unknown, occasion: ReferenceOccasion): Instance {
  if (typeName === 'Mutation') return { type: typeName, number: (occasion.mutations += 1) };
  return isInstance(source) ? source : { type: typeName, number: 0 };
}

function brokenPromises(value: unknown, type: GraphQLOutputType, path: Path): Path[] {
  if (isNonNullType(type)) return value === null ? [path] : brokenPromises(value, type.ofType, path);
  if (!isListType(type) || !Array.isArray(value)) return [];
  const { ofType } = type;
  return value.flatMap((item: unknown, index) => brokenPromises(item, ofType, [...path, index]));
}

/** The schema as it would be if every field might be null: nothing rises, so every error of an operation comes to light. */
function withoutPromises(schema: GraphQLSchema): DocumentNode {
  const nullable = (type: TypeNode): TypeNode => {
    if (type.kind === Kind.NON_NULL_TYPE) return nullable(type.type);
    return type.kind === Kind.LIST_TYPE ? { ...type, type: nullable(type.type) } : type;
  };
  return visit(parse(printSchema(schema)), { FieldDefinition: (field) => ({ ...field, type: nullable(field.type) }) });
}
