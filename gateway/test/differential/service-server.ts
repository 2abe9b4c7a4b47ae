import {
  type DocumentNode,
  execute,
  GraphQLError,
  type GraphQLFieldResolver,
  isAbstractType,
  isIntrospectionType,
  isObjectType,
  parse,
  validate,
} from 'graphql';
import { type DeterministicData, type Instance, isInstance, isKindOf } from './deterministic-data.js';
import { findEntity } from './find-entity.js';
import type { ComposedGraph } from './graph-set.js';
import { providedBelow, withProvided } from './provided-fields.js';
import { pickRequired } from './required-input.js';
import type { FieldModel, ServiceModel } from './service-model.js';

/** What all services and the reference share during one operation: how many mutations ran, and which override labels are on. */
export type Occasion = { mutations: number; readonly labels: ReadonlySet<string> };

/** One operation as a service receives it. */
export type ServiceCall = {
  readonly query: string;
  readonly operationName?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly occasion: Occasion;
};

/** The answer of a service as JSON would carry it. */
export type ServiceAnswer = {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    message: string;
    path?: readonly (string | number)[];
    extensions?: Record<string, unknown>;
  }[];
};

/** A service of a graph over the shared data. It refuses what a real one could not answer, so that a wrong plan shows. */
export type ServiceServer = (call: ServiceCall) => Promise<ServiceAnswer>;

/** Serves one service of the graph. */
export function createServiceServer(
  graph: ComposedGraph,
  data: DeterministicData,
  service: ServiceModel,
): ServiceServer {
  const { schema } = service;
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (value) => nameIn(graph, service, value);
    if (!isObjectType(type) || isIntrospectionType(type) || type.name === '_Service') continue;
    for (const field of Object.values(type.getFields()))
      field.resolve = resolverOf(data, placeOf(graph, { service, typeName: type.name, fieldName: field.name }));
  }
  const entities = schema.getQueryType()?.getFields()['_entities'];
  if (entities)
    entities.resolve = (_root, { representations }) =>
      asList(representations).map((given) => findEntity(graph, data, { service, given }));
  const documents = new Map<string, DocumentNode | GraphQLError>();
  return async ({ query, operationName, variables, occasion }) => {
    const document = documents.get(query) ?? parseValid(service, query);
    documents.set(query, document);
    if (document instanceof GraphQLError) return { errors: [document.toJSON()] };
    const rootValue: Instance = { type: 'Root', number: 0 };
    const result = await execute({
      schema,
      document,
      operationName,
      variableValues: variables,
      contextValue: occasion,
      rootValue,
    });
    // A real service sends text, so nothing of its own objects reaches the gateway.
    const answer: ServiceAnswer = JSON.parse(JSON.stringify(result));
    return answer;
  };
}

/** What a service answers when it is asked something that it cannot know; seeing it in a result means that the gateway asked wrongly. */
export class WronglyAsked extends Error {}

function parseValid({ name, schema }: ServiceModel, query: string): DocumentNode | GraphQLError {
  const document = parse(query);
  const [problem] = validate(schema, document);
  return problem ? new GraphQLError(`${name} was sent an invalid operation: ${problem.message}`) : document;
}

/** The name that an instance's type has in a service: its own, or that of the interface object which stands for it. */
function nameIn(graph: ComposedGraph, { schema, interfaceObjects }: ServiceModel, value: unknown): string | undefined {
  if (!isInstance(value)) return undefined;
  return schema.getType(value.type)
    ? value.type
    : [...interfaceObjects].find((name) => isKindOf(graph, value.type, name));
}

type Coordinate = { readonly service: ServiceModel; readonly typeName: string; readonly fieldName: string };
type Place = Coordinate & { readonly model?: FieldModel; readonly takenOver?: { readonly label?: string } };

function placeOf(graph: ComposedGraph, coordinate: Coordinate): Place {
  const { service, typeName, fieldName } = coordinate;
  const key = `${typeName}.${fieldName}`;
  const overrides = [...graph.services.values()].flatMap(({ fields }) => fields.get(key)?.override ?? []);
  return {
    ...coordinate,
    model: service.fields.get(key),
    takenOver: overrides.find(({ from }) => from === service.name),
  };
}

function resolverOf(data: DeterministicData, place: Place): GraphQLFieldResolver<Instance, Occasion> {
  const { model, typeName, fieldName } = place;
  if (!model) return () => undefined;
  return (source, args, occasion) => {
    const instance = rootInstance(typeName, source, occasion);
    refuseWhatIsElsewhere(data, place, { instance, occasion });
    const input = model.requires && pickRequired(instance, model.requires);
    const value = data.valueOf({ instance, field: fieldName, args, input });
    return withProvided(value, providedBelow(model.provides, instance.provided, fieldName));
  };
}

/** Each root mutation is numbered as it runs, so that a wrong order gives other data. */
function rootInstance(typeName: string, source: Instance, occasion: Occasion): Instance {
  if (typeName === 'Query') return { type: typeName, number: 0 };
  if (typeName !== 'Mutation') return source;
  occasion.mutations += 1;
  return { type: typeName, number: occasion.mutations };
}

type Moment = { readonly instance: Instance; readonly occasion: Occasion };

function refuseWhatIsElsewhere(data: DeterministicData, place: Place, { instance, occasion }: Moment): void {
  const { service, typeName, fieldName, model, takenOver } = place;
  const coordinate = `${service.name}: ${typeName}.${fieldName}`;
  if (model?.isExternal && !providesField(instance, fieldName) && !data.factsOf(instance.type, fieldName).isKey)
    throw new WronglyAsked(`${coordinate} is external.`);
  if (model?.override && !isInForce(model.override, occasion))
    throw new WronglyAsked(`${coordinate} is not taken over yet.`);
  if (takenOver && isInForce(takenOver, occasion)) throw new WronglyAsked(`${coordinate} was taken over.`);
}

function isInForce({ label }: { readonly label?: string }, { labels }: Occasion): boolean {
  return label === undefined || labels.has(label);
}

function providesField({ provided }: Instance, fieldName: string): boolean {
  return providedBelow(undefined, provided, fieldName) !== undefined;
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
