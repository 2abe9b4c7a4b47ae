import { type FieldNode, getArgumentValues, GraphQLError, isObjectType, Kind, type SelectionSetNode } from 'graphql';
import { createFieldFacts, type FieldFacts, type Shape } from './field-facts.js';
import type { ComposedGraph } from './graph-set.js';

/** One thing of the data set; all there is to know of it follows from its type and number. */
export type Instance = {
  readonly type: string;
  readonly number: number;
  /** What a service was told of it when it was entered by key. */
  readonly given?: Readonly<Record<string, unknown>>;
  /** External fields that the service may answer on this path. */
  readonly provided?: SelectionSetNode;
};

/** A field of an instance with its coerced arguments; `input` is what it requires, where it requires something. */
export type Asked = {
  readonly instance: Instance;
  readonly field: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly input?: unknown;
};

/** The data: the same question has the same answer in every service and in the reference. */
export type DeterministicData = {
  readonly valueOf: (asked: Asked) => unknown;
  /** What a field set selects of an instance, as a service that requires it should be told. */
  readonly project: (instance: Instance, selection: SelectionSetNode) => Readonly<Record<string, unknown>>;
  readonly factsOf: (type: string, field: string) => FieldFacts;
};

/** How many things there are of each type. */
export const instancesPerType = 5;

/** Whether a value is an instance; leaves are scalars, lists or records without these two properties. */
export function isInstance(value: unknown): value is Instance {
  return typeof value === 'object' && value !== null && 'type' in value && 'number' in value;
}

/** Invents the data of a graph. */
export function createDeterministicData(graph: ComposedGraph): DeterministicData {
  const factsOf = createFieldFacts(graph);
  const valueOf = (asked: Asked): unknown => {
    const facts = factsOf(asked.instance.type, asked.field);
    if (facts.isKey) return keyValue(facts, facts.shape, asked);
    const input = facts.requires ? (asked.input ?? project(asked.instance, facts.requires)) : undefined;
    const { type, number } = asked.instance;
    const draw = createDraw(`${type}#${number}.${asked.field}${JSON.stringify([sorted(asked.args), sorted(input)])}`);
    if (misbehaves(facts, draw, asked)) return null;
    return invent(facts, { shape: facts.shape, draw, label: `${asked.field} of ${type} ${number}` });
  };
  const project = (instance: Instance, { selections }: SelectionSetNode): Record<string, unknown> => {
    const found: Record<string, unknown> = {};
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) throw new Error('A field set has no named fragments.');
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value;
        if (condition === undefined || isKindOf(graph, instance.type, condition))
          Object.assign(found, project(instance, selection.selectionSet));
        continue;
      }
      const field = selection.name.value;
      if (field === '__typename') continue;
      const args = argumentsOf(graph, instance.type, selection);
      found[field] = shallow(valueOf({ instance, field, args }), selection.selectionSet);
    }
    return found;
  };
  const shallow = (value: unknown, selection: SelectionSetNode | undefined): unknown => {
    if (Array.isArray(value)) return value.map((item: unknown) => shallow(item, selection));
    return isInstance(value) && selection ? project(value, selection) : value;
  };
  return { valueOf, project, factsOf };
}

/** Whether an object type is, implements or belongs to the named type. */
export function isKindOf({ fullSchema }: ComposedGraph, type: string, condition: string): boolean {
  if (type === condition) return true;
  const [object, abstract] = [fullSchema.getType(type), fullSchema.getType(condition)];
  if (!object || !abstract || !('getTypes' in abstract || 'getInterfaces' in abstract)) return false;
  if ('getTypes' in abstract) return abstract.getTypes().some(({ name }) => name === type);
  return 'getInterfaces' in object && object.getInterfaces().some(({ name }) => name === condition);
}

function argumentsOf({ fullSchema }: ComposedGraph, type: string, selection: FieldNode): Record<string, unknown> {
  const object = fullSchema.getType(type);
  const field = isObjectType(object) ? object.getFields()[selection.name.value] : undefined;
  return field ? getArgumentValues(field, selection) : {};
}

function keyValue(facts: FieldFacts, shape: Shape, asked: Asked): unknown {
  const { type, number } = asked.instance;
  if (shape.item) return [keyValue(facts, shape.item, asked)];
  const [candidate] = facts.candidates;
  if (candidate !== undefined) return { type: candidate, number };
  if (facts.enumValues.length > 0) return facts.enumValues[number % facts.enumValues.length];
  return facts.typeName === 'Int' ? number : `${type}-${number}${asked.field === 'id' ? '' : `-${asked.field}`}`;
}

/** Throws, or tells to answer null in place of what the type promises, where a field misbehaves for this instance. */
function misbehaves(facts: FieldFacts, draw: Draw, { instance, field }: Asked): boolean {
  if (facts.fault === undefined || draw(2) === 0) return false;
  if (facts.fault === 'is null') return true;
  const extensions = facts.fault === 'refuses' ? { code: 'FORBIDDEN' } : {};
  throw new GraphQLError(`${instance.type}.${field} ${facts.fault}.`, { extensions });
}

/** A number below the limit; each call goes on from the one before. */
type Draw = (limit: number) => number;

type Invention = { readonly shape: Shape; readonly draw: Draw; readonly label: string };

function invent(facts: FieldFacts, { shape, draw, label }: Invention): unknown {
  if (!shape.isNonNull && draw(7) === 0) return null;
  const { item } = shape;
  if (item) return Array.from({ length: draw(4) }, () => invent(facts, { shape: item, draw, label }));
  if (facts.candidates.length > 0)
    return { type: facts.candidates[draw(facts.candidates.length)] ?? '', number: draw(instancesPerType) };
  if (facts.enumValues.length > 0) return facts.enumValues[draw(facts.enumValues.length)];
  return inventScalar(facts.typeName, draw, label);
}

function inventScalar(typeName: string, draw: Draw, label: string): unknown {
  switch (typeName) {
    case 'Int':
      return draw(1000) - 500;
    case 'Float':
      return draw(1000) / 8;
    case 'Boolean':
      return draw(2) === 1;
    case 'JSON':
      return draw(2) === 1 ? { text: label, list: [draw(10), null] } : [label, { id: draw(10), __typename: 'Fake' }];
    default:
      return `${label} ${draw(1_000_000)}`;
  }
}

/** FNV-1a over the text, then shifts and exclusive ors: not random enough for secrets, and spread enough to tell two questions apart. */
function createDraw(text: string): Draw {
  let state = 2_166_136_261;
  for (let index = 0; index < text.length; index += 1) state = Math.imul(state ^ text.charCodeAt(index), 16_777_619);
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

/** The same value with the keys of its records in one order, so that it reads the same however it was put together. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, entry]) => [key, sorted(entry)]),
  );
}
