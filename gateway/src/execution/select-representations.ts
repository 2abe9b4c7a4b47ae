import type { FetchDataRewrite, QueryPlanSelectionNode } from '@apollo/query-planner';
import type { RequiredField } from './field-requirements.js';
import { compileIdentity, identifyByText } from './identify-entities.js';
import type { Data, EntityInputs } from './plan-steps.js';
import type { TypeConditions } from './type-conditions.js';

/** What representations are made with. */
export type RepresentationOptions = {
  readonly types: TypeConditions;
  readonly requiredFields: ReadonlyMap<string, RequiredField>;
  /** Applied to each finished representation. */
  readonly rewrite?: (representation: Data, typename: unknown) => void;
  /** What that was compiled from. */
  readonly rewrites?: readonly FetchDataRewrite[];
};

/** Copies what it selects from one object into another; false when a value never came. */
type Copy = (from: Data, to: Data) => boolean;

/** Compiles the inputs of an entity fetch into a function that names one entity to its service. */
export function compileRepresentation(
  requires: readonly QueryPlanSelectionNode[],
  options: RepresentationOptions,
): EntityInputs {
  const copy = compileCopy(requires, options);
  const { rewrite } = options;
  const represent: EntityInputs['represent'] = (object) => {
    const representation: Data = {};
    if (!copy(object, representation)) return 'missing';
    if (representation['__typename'] === undefined) return undefined;
    rewrite?.(representation, object['__typename']);
    return representation;
  };
  return {
    inputNames: inputNames(requires),
    represent,
    // A rewrite may make equal what differs in the objects.
    identify: rewrite ? identifyByText(represent) : compileIdentity(requires, options.types, represent),
    key: JSON.stringify([requires, options.rewrites ?? []]),
  };
}

function compileCopy(selections: readonly QueryPlanSelectionNode[], options: RepresentationOptions): Copy {
  const copies = selections.map((selection): Copy => {
    if (selection.kind === 'Field') return compileField(selection, options);
    const copy = compileCopy(selection.selections, options);
    const { typeCondition } = selection;
    if (typeCondition === undefined) return copy;
    return (from, to) => !options.types.matches(from['__typename'], typeCondition) || copy(from, to);
  });
  const [only] = copies;
  if (only && copies.length === 1) return only;
  return (from, to) => {
    for (const copy of copies) if (!copy(from, to)) return false;
    return true;
  };
}

function compileField(
  { name, alias, selections }: Extract<QueryPlanSelectionNode, { kind: 'Field' }>,
  options: RepresentationOptions,
): Copy {
  const source = alias ?? name;
  const target = options.requiredFields.get(name)?.fieldName ?? source;
  if (!selections) {
    return (from, to) => {
      const value = from[source];
      if (value === undefined) return false;
      to[target] = value;
      return true;
    };
  }
  const copy = compileCopy(selections, options);
  return (from, to) => {
    const value = copyValue(from[source], copy, to[target]);
    if (value === undefined) return false;
    to[target] = value;
    return true;
  };
}

/** An object, or lists of objects; `into` is what an earlier selection of the same field has copied. */
function copyValue(value: unknown, copy: Copy, into: unknown): unknown {
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    const earlier: unknown[] = Array.isArray(into) ? into : [];
    for (const [index, item] of value.entries()) {
      const copied = copyValue(item, copy, earlier[index]);
      if (copied === undefined) return undefined;
      items.push(copied);
    }
    return items;
  }
  if (!isData(value)) return value;
  const target = isData(into) ? into : {};
  return copy(value, target) ? target : undefined;
}

function inputNames(selections: readonly QueryPlanSelectionNode[]): string[] {
  return selections.flatMap((selection) =>
    selection.kind === 'Field' ? [selection.alias ?? selection.name] : inputNames(selection.selections),
  );
}

/** True for an object of an answer. */
export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
