import {
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
} from 'graphql';
import type { FieldInfo, SupergraphIndex, TypeInfo } from '../supergraph-index.js';
import type { EntityKeys } from './entity-keys.js';
import { type CachePolicy, type FieldPolicies, notKept, restrict, unrestricted } from './field-policies.js';

/** One list of entities that a service is asked for. */
export type EntityRequest = {
  /** The name of the list in the answer. */
  readonly alias: string;
  /** The variable that holds what is asked for. */
  readonly variable: string;
  /** What is asked of each, as text. */
  readonly selection: string;
  /** Seconds for which public answers of this type may be kept; 0 when they may not. */
  maxAgeOf(typeName: string): number;
};

/** What a service is asked for, when it is entities and nothing else. */
export type EntityRequests = {
  readonly lists: readonly EntityRequest[];
  /** Other variables of the operation; answers depend on their values. */
  readonly variables: readonly string[];
};

/** What requests for entities are read with. */
export type EntityModel = {
  readonly index: SupergraphIndex;
  readonly policies: FieldPolicies;
  readonly keys: EntityKeys;
};

/** Reads what a service is asked; undefined when none of it could ever be kept. */
export function readEntityRequests(query: string, model: EntityModel): EntityRequests | undefined {
  if (!query.includes('_entities')) return undefined;
  const { definitions } = parse(query, { noLocation: true });
  const operation = definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (operation?.operation !== 'query') return undefined;
  const fragments = new Map(
    definitions.flatMap((node): [string, FragmentDefinitionNode][] =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [],
    ),
  );
  const lists = operation.selectionSet.selections.map((selection) =>
    selection.kind === Kind.FIELD ? readList(selection, { ...model, fragments }) : undefined,
  );
  const known = lists.filter((list) => list !== undefined);
  if (known.length < lists.length) return undefined;
  return { lists: known, variables: otherVariables(operation, known) };
}

type Reading = EntityModel & { readonly fragments: ReadonlyMap<string, FragmentDefinitionNode> };

function readList(field: FieldNode, model: Reading): EntityRequest | undefined {
  const value = field.arguments?.find(({ name }) => name.value === 'representations')?.value;
  const { selectionSet } = field;
  if (field.name.value !== '_entities' || value?.kind !== Kind.VARIABLE || !selectionSet) return undefined;
  const ages = new Map<string, number>();
  return {
    alias: (field.alias ?? field.name).value,
    variable: value.name.value,
    selection: [selectionSet, ...model.fragments.values()].map((node) => print(node)).join('\n'),
    maxAgeOf(typeName) {
      const age = ages.get(typeName) ?? readAge(selectionSet, typeName, model);
      ages.set(typeName, age);
      return age;
    },
  };
}

function otherVariables({ variableDefinitions = [] }: OperationDefinitionNode, lists: readonly EntityRequest[]) {
  const own = new Set(lists.map(({ variable }) => variable));
  return variableDefinitions.map(({ variable }) => variable.name.value).filter((name) => !own.has(name));
}

/** Interfaces that a service takes for objects are not kept: who drops an entity names its real type. */
function readAge(set: SelectionSetNode, typeName: string, model: Reading): number {
  const type = model.index.types.get(typeName);
  if (type?.kind !== 'object' || !model.keys.isEntity(typeName)) return 0;
  const own = model.policies.hints.ofType(typeName);
  const start: CachePolicy = { maxAge: own.maxAge, scope: own.scope ?? 'PUBLIC' };
  const { maxAge = 0, scope } = readSet(set, { type, isOutermost: true, entity: own.maxAge }, { model, start });
  return scope === 'PUBLIC' ? maxAge : 0;
}

/** `entity` is the age that the entity's type gives its fields. */
type Place = { readonly type: TypeInfo; readonly isOutermost: boolean; readonly entity: number | undefined };
type Walk = { readonly model: Reading; readonly start: CachePolicy };

function readSet(set: SelectionSetNode, place: Place, { model, start }: Walk): CachePolicy {
  let policy = start;
  for (const selection of set.selections) {
    if (policy.maxAge === 0) return policy;
    if (selection.kind === Kind.FIELD) {
      policy = readField(selection, place, { model, start: policy });
      continue;
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? model.fragments.get(selection.name.value) : selection;
    const type = fragment && narrow(place.type, fragment.typeCondition?.name.value, model.index);
    if (fragment && type) policy = readSet(fragment.selectionSet, { ...place, type }, { model, start: policy });
  }
  return policy;
}

/** The type a fragment speaks of; undefined when it never applies. Behind an abstract type its concrete types are all possible. */
function narrow(type: TypeInfo, condition: string | undefined, { types }: SupergraphIndex): TypeInfo | undefined {
  const other = condition === undefined ? type : types.get(condition);
  if (!other || type.kind === 'object')
    return other?.name === type.name || other?.possibleTypes.has(type.name) ? type : undefined;
  return other;
}

function readField(field: FieldNode, { type, isOutermost, entity }: Place, { model, start }: Walk): CachePolicy {
  const name = field.name.value;
  if (name === '__typename') return start;
  const info = type.fields.get(name);
  if (!info) return notKept;
  // The fields of a key are what the entity was asked for by.
  const isScalarOfEntity = isOutermost && !field.selectionSet;
  const isKey = isScalarOfEntity && model.keys.isKeyField(type.name, name);
  const isCovered = isScalarOfEntity && entity !== undefined;
  const own = model.policies.ofField({ type, isOutermost: isOutermost && !isCovered }, name);
  const policy = restrict(start, isKey ? { ...own, maxAge: unrestricted.maxAge } : own);
  return readBelow(field, info, { model, start: policy });
}

function readBelow(field: FieldNode, info: FieldInfo, { model, start }: Walk): CachePolicy {
  const returned = model.index.types.get(info.namedType);
  if (!field.selectionSet || !returned) return start;
  return readSet(field.selectionSet, { type: returned, isOutermost: false, entity: undefined }, { model, start });
}
