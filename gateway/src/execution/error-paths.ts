import { Kind, type SelectionSetNode } from 'graphql';
import type { FieldShape, ObjectShape, ValueShape } from './answer-shape.js';
import type { Data } from './plan-steps.js';
import type { Problem } from './problems.js';
import { isData } from './select-representations.js';
import type { Place } from './select-objects.js';

/** A place in the gateway's names, as the client sees it. */
export type ClientPlace = {
  readonly path: Place;
  /** False when the client did not ask for what stands there: the path ends at the last field that it did ask for. */
  readonly isAsked: boolean;
};

/** Translates a place in the merged data into the client's names. */
export function toClientPlace(shape: ObjectShape, data: Data, place: readonly (string | number)[]): ClientPlace {
  const path: Place = [];
  let shapes: readonly ObjectShape[] = [shape];
  let value: unknown = data;
  let here: ValueShape | undefined;
  for (const element of place) {
    if (typeof element === 'number') {
      value = Array.isArray(value) ? value[element] : undefined;
      if (here?.kind === 'list') here = here.item;
    } else {
      if (here) shapes = shapesAt(here, value);
      const field = findField(shapes, element);
      if (!field) return { path, isAsked: false };
      value = isData(value) ? value[element] : undefined;
      here = field.value;
      path.push(field.responseName);
      continue;
    }
    path.push(element);
  }
  return { path, isAsked: true };
}

function shapesAt(shape: ValueShape, value: unknown): readonly ObjectShape[] {
  if (shape.kind !== 'composite') return [];
  if (!isData(value)) return shape.composite.possibleShapes();
  return [shape.composite.shapeOf(value['__typename'])].filter((one) => one !== undefined);
}

function findField(shapes: readonly ObjectShape[], source: string): FieldShape | undefined {
  for (const { slots } of shapes)
    for (const slot of slots) if (slot.kind === 'field' && slot.source === source) return slot;
  return undefined;
}

/** Where a problem lies below an object: the names of the gateway, the value that stands there, and what was asked of it. */
export type Located = {
  readonly place: Place;
  readonly value: unknown;
  readonly selections: readonly SelectionSetNode[];
};

/** Follows the place of a problem from one of its objects. */
export function locate({ step, place: given = [] }: Problem, object: Data): Located {
  const place: Place = [];
  let value: unknown = object;
  let selections: readonly SelectionSetNode[] = [step.selection];
  for (const element of given) {
    if (typeof element === 'number') {
      value = Array.isArray(value) ? value[element] : undefined;
      place.push(element);
    } else {
      const name = step.renamed.get(element) ?? element;
      value = isData(value) ? value[name] : undefined;
      selections = selections.flatMap((selection) => selectionsBelow(selection, element));
      place.push(name);
    }
  }
  return { place, value, selections };
}

function selectionsBelow({ selections }: SelectionSetNode, name: string): SelectionSetNode[] {
  return selections.flatMap((node): SelectionSetNode[] => {
    if (node.kind === Kind.INLINE_FRAGMENT) return selectionsBelow(node.selectionSet, name);
    if (node.kind !== Kind.FIELD || (node.alias ?? node.name).value !== name) return [];
    return node.selectionSet ? [node.selectionSet] : [];
  });
}
