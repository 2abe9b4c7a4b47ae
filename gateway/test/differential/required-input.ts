import { Kind, type SelectionSetNode } from 'graphql';
import type { Instance } from './deterministic-data.js';

/** Reads what a field requires from what the service was given; throws when any of it was not sent. */
export function pickRequired(instance: Instance, selection: SelectionSetNode): Readonly<Record<string, unknown>> {
  if (!instance.given)
    throw new Error(`${instance.type} was asked for a field that requires others, without being given them.`);
  return pick(instance.given, selection);
}

function pick(given: Readonly<Record<string, unknown>>, { selections }: SelectionSetNode): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const selection of selections) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) throw new Error('A field set has no named fragments.');
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = selection.typeCondition?.name.value;
      if (condition === undefined || condition === given['__typename'])
        Object.assign(found, pick(given, selection.selectionSet));
      continue;
    }
    const field = selection.name.value;
    if (field === '__typename') continue;
    if (!Object.hasOwn(given, field)) throw new Error(`The required ${field} was not sent.`);
    found[field] = pickValue(given[field], selection.selectionSet);
  }
  return found;
}

function pickValue(value: unknown, selection: SelectionSetNode | undefined): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => pickValue(item, selection));
  return selection && isRecord(value) ? pick(value, selection) : value;
}

/** Whether a value is an object with named entries. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
