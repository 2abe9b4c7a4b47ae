import {
  getNamedType,
  type GraphQLOutputType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { ComposedGraph, Fault } from './graph-set.js';
import type { FieldModel, ServiceModel } from './service-model.js';

/** The shape of a value: where nulls may stand and lists begin. `isNonNull` holds as soon as one service promises it. */
export type Shape = { readonly isNonNull: boolean; readonly item?: Shape };

/** What the data set must know to invent values for one field that suit every service which has it. */
export type FieldFacts = {
  readonly shape: Shape;
  readonly typeName: string;
  /** Object types an instance may have; empty for leaves. */
  readonly candidates: readonly string[];
  /** Values of an enum that every service knows; empty for anything else. */
  readonly enumValues: readonly string[];
  readonly isKey: boolean;
  readonly requires?: SelectionSetNode;
  readonly fault?: Fault;
};

/** One service's view of a field; the type differs from the object where the service has it as an interface object. */
type Definition = { readonly service: ServiceModel; readonly type: GraphQLOutputType; readonly model: FieldModel };

/** Facts by object type and field, worked out once. */
export function createFieldFacts(graph: ComposedGraph): (type: string, field: string) => FieldFacts {
  const known = new Map<string, FieldFacts>();
  const keyFields = collectKeyFields(graph);
  return (type, field) => {
    const coordinate = `${type}.${field}`;
    const facts = known.get(coordinate) ?? readFacts(graph, { type, field, isKey: keyFields.has(coordinate) });
    known.set(coordinate, facts);
    return facts;
  };
}

function readFacts(
  graph: ComposedGraph,
  { type, field, isKey }: { type: string; field: string; isKey: boolean },
): FieldFacts {
  const definitions = definitionsOf(graph, type, field);
  const [first] = definitions;
  if (!first) throw new Error(`No service has ${type}.${field}.`);
  const named = definitions.map((definition) => ({ ...definition, named: getNamedType(definition.type) }));
  const candidates = named.map((definition) => possibleTypes(graph, definition.service, definition.named.name));
  const enums = named.map((definition) =>
    isEnumType(definition.named) ? definition.named.getValues().map((value) => value.name) : [],
  );
  return {
    shape: definitions.map((definition) => shapeOf(definition.type)).reduce(stricter),
    typeName: getNamedType(first.type).name,
    candidates: intersection(candidates),
    enumValues: intersection(enums),
    isKey,
    requires: definitions.find(({ model }) => model.requires)?.model.requires,
    fault: graph.faults.get(`${type}.${field}`),
  };
}

function definitionsOf({ services, fullSchema }: ComposedGraph, type: string, field: string): Definition[] {
  const object = fullSchema.getType(type);
  const interfaces = isObjectType(object) ? object.getInterfaces().map(({ name }) => name) : [];
  return [...services.values()].flatMap((service) =>
    [type, ...interfaces.filter((name) => service.interfaceObjects.has(name))].flatMap((name) => {
      const owner = service.schema.getType(name);
      const model = service.fields.get(`${name}.${field}`);
      const definition = isObjectType(owner) ? owner.getFields()[field] : undefined;
      return definition && model ? [{ service, type: definition.type, model }] : [];
    }),
  );
}

/** Object types behind a name in a service; an interface object stands for every implementation in the whole graph. */
export function possibleTypes({ fullSchema }: ComposedGraph, service: ServiceModel, name: string): readonly string[] {
  const schema = service.interfaceObjects.has(name) ? fullSchema : service.schema;
  const type = schema.getType(name);
  if (isAbstractType(type)) return schema.getPossibleTypes(type).map((member) => member.name);
  return isObjectType(type) ? [type.name] : [];
}

function shapeOf(type: GraphQLOutputType): Shape {
  if (isNonNullType(type)) return { ...shapeOf(type.ofType), isNonNull: true };
  return isListType(type) ? { isNonNull: false, item: shapeOf(type.ofType) } : { isNonNull: false };
}

function stricter(left: Shape, right: Shape): Shape {
  const item = left.item && right.item ? { item: stricter(left.item, right.item) } : {};
  return { isNonNull: left.isNonNull || right.isNonNull, ...item };
}

function intersection(lists: readonly (readonly string[])[]): readonly string[] {
  const [first = [], ...others] = lists;
  return first.filter((entry) => others.every((list) => list.includes(entry)));
}

/** Every `Type.field` that is part of a key somewhere, nested ones included: such a field is never null and tells the instance's number. */
function collectKeyFields(graph: ComposedGraph): ReadonlySet<string> {
  const found = new Set<string>();
  const collect = (service: ServiceModel, typeName: string, { selections }: SelectionSetNode): void => {
    const type = service.schema.getType(typeName);
    if (!isCompositeType(type) || !('getFields' in type)) return;
    for (const selection of selections) {
      if (selection.kind !== Kind.FIELD) continue;
      const field = type.getFields()[selection.name.value];
      const owners = [typeName, ...possibleTypes(graph, service, typeName)];
      for (const owner of owners) found.add(`${owner}.${selection.name.value}`);
      if (field && selection.selectionSet) collect(service, getNamedType(field.type).name, selection.selectionSet);
    }
  };
  for (const service of graph.services.values())
    for (const [type, keys] of service.keys) for (const { selection } of keys) collect(service, type, selection);
  return found;
}
