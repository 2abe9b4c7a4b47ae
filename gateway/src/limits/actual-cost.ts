import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { TypeInfo } from '../supergraph-index.js';
import { evaluate, type Formula, sum, type Variables } from './cost-formula.js';
import { type CostModel, mutationCost } from './compile-cost.js';
import { inputCostOf } from './input-cost.js';

/** What one operation's answer cost: the same weights as the estimate, for the items that are there. */
export type ActualCost = (data: unknown, variables: Variables) => number;

/** One response name of an object: what each value under it costs. */
type Shape = {
  readonly key: string;
  readonly weight: number;
  readonly inputs: Formula;
  readonly below: readonly Shape[];
};

/** Compiles the cost of answers of one operation; a response name that several fragments ask for counts once, as it is there once. */
export function compileActualCost(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  model: CostModel,
): ActualCost {
  const fragments = new Map(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  const place = { set: operation.selectionSet, type: model.index.rootType(operation.operation) };
  const shapes = shapesOf([place], { model, fragments });
  const base = operation.operation === 'mutation' ? mutationCost : 0;
  return (data, variables) => base + costOfObject(data, shapes, variables);
}

type Place = { readonly set: SelectionSetNode; readonly type: TypeInfo | undefined };
type Scope = { readonly model: CostModel; readonly fragments: ReadonlyMap<string, FragmentDefinitionNode> };
type Asked = { readonly field: FieldNode; readonly type: TypeInfo | undefined };

function shapesOf(places: readonly Place[], scope: Scope): readonly Shape[] {
  const asked = new Map<string, Asked[]>();
  for (const place of places) collect(place, { asked, scope, open: new Set() });
  return [...asked].map(([key, fields]): Shape => {
    const described = fields.map((one) => describe(one, scope.model));
    return {
      key,
      weight: Math.max(...described.map(({ weight }) => weight)),
      inputs: described[0]?.inputs ?? 0,
      below: shapesOf(
        described.flatMap(({ below }) => below),
        scope,
      ),
    };
  });
}

function collect(
  { set, type }: Place,
  into: { readonly asked: Map<string, Asked[]>; readonly scope: Scope; readonly open: ReadonlySet<string> },
): void {
  const { types } = into.scope.model.index;
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      const key = (selection.alias ?? selection.name).value;
      const fields = into.asked.get(key) ?? [];
      fields.push({ field: selection, type });
      into.asked.set(key, fields);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = selection.typeCondition?.name.value;
      collect({ set: selection.selectionSet, type: condition === undefined ? type : types.get(condition) }, into);
    } else if (!into.open.has(selection.name.value)) {
      const fragment = into.scope.fragments.get(selection.name.value);
      const open = new Set([...into.open, selection.name.value]);
      if (fragment)
        collect({ set: fragment.selectionSet, type: types.get(fragment.typeCondition.name.value) }, { ...into, open });
    }
  }
}

function describe(
  { field, type }: Asked,
  model: CostModel,
): { readonly weight: number; readonly inputs: Formula; readonly below: readonly Place[] } {
  const info = type?.fields.get(field.name.value);
  const isEntities = field.name.value === '_entities';
  const unknownWeight = isEntities ? 1 : 0;
  const weight = type && info ? model.rules.ofField(type, info) : unknownWeight;
  const inputs = info ? sum(inputCostOf(field, info, model)) : 0;
  const isCounted = field.selectionSet && (info !== undefined || isEntities);
  const returned = info && model.index.types.get(info.namedType);
  return { weight, inputs, below: isCounted ? [{ set: field.selectionSet, type: returned }] : [] };
}

function costOfObject(data: unknown, shapes: readonly Shape[], variables: Variables): number {
  if (typeof data !== 'object' || data === null) return 0;
  const object: Readonly<Record<string, unknown>> = { ...data };
  let total = 0;
  for (const shape of shapes) {
    const value = object[shape.key];
    if (value !== undefined) total += evaluate(shape.inputs, variables) + costOfValue(value, shape, variables);
  }
  return total;
}

function costOfValue(value: unknown, shape: Shape, variables: Variables): number {
  if (value === null) return 0;
  if (Array.isArray(value)) {
    let total = 0;
    for (const item of value) total += costOfValue(item, shape, variables);
    return total;
  }
  return shape.weight + (shape.below.length > 0 ? costOfObject(value, shape.below, variables) : 0);
}
