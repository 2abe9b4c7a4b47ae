import { Kind, type SelectionSetNode } from 'graphql';
import { type DeterministicData, type Instance, instancesPerType, isInstance } from './deterministic-data.js';
import { possibleTypes } from './field-facts.js';
import type { ComposedGraph } from './graph-set.js';
import { isRecord } from './required-input.js';
import type { ServiceModel } from './service-model.js';

/** A service asked to enter at an entity, with what it was given of it. */
export type Entry = { readonly service: ServiceModel; readonly given: unknown };

/** Finds the instance whose key equals what was given; null when there is none, as for a key corrupted on the way. */
export function findEntity(graph: ComposedGraph, data: DeterministicData, { service, given }: Entry): Instance | null {
  if (!isRecord(given)) throw new Error('A representation must be an object.');
  const typeName = String(given['__typename']);
  const keys = (service.keys.get(typeName) ?? []).filter((key) => key.isResolvable);
  if (keys.length === 0) throw new Error(`${service.name} cannot be entered at ${typeName}.`);
  for (const type of possibleTypes(graph, service, typeName))
    for (let number = 0; number < instancesPerType; number += 1)
      if (keys.some(({ selection }) => hasKey(data, { instance: { type, number }, given, selection })))
        return { type, number, given };
  return null;
}

type Candidate = {
  readonly instance: Instance;
  readonly given: Readonly<Record<string, unknown>>;
  readonly selection: SelectionSetNode;
};

function hasKey(data: DeterministicData, { instance, given, selection }: Candidate): boolean {
  return selection.selections.every((part) => {
    if (part.kind !== Kind.FIELD) throw new Error('A key has fields only.');
    const field = part.name.value;
    if (field === '__typename') return true;
    return isSame(data, {
      value: data.valueOf({ instance, field, args: {} }),
      given: given[field],
      selection: part.selectionSet,
    });
  });
}

type Part = { readonly value: unknown; readonly given: unknown; readonly selection?: SelectionSetNode };

function isSame(data: DeterministicData, { value, given, selection }: Part): boolean {
  if (Array.isArray(value))
    return (
      Array.isArray(given) &&
      value.length === given.length &&
      value.every((item: unknown, index) => isSame(data, { value: item, given: given[index], selection }))
    );
  if (selection && isInstance(value)) return isRecord(given) && hasKey(data, { instance: value, given, selection });
  return value === given;
}
