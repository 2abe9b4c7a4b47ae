import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import type { Data, EntityInputs } from './plan-steps.js';
import type { TypeConditions } from './type-conditions.js';

type Identify = EntityInputs['identify'];

/** Type names remembered; a service that makes up more is asked about each anew. */
const typesMax = 1_000;

/**
 * Tells entities apart by the values of their inputs, without writing a representation for each object: most objects of an answer stand for
 * an entity that stands elsewhere too. Inputs that lie deeper are compared as the representation has them.
 */
export function compileIdentity(
  requires: readonly QueryPlanSelectionNode[],
  types: TypeConditions,
  represent: EntityInputs['represent'],
): Identify {
  if (!isFlat(requires)) return identifyByText(represent);
  const known = new Map<unknown, readonly string[]>();
  const sourcesOf = (typename: unknown): readonly string[] => {
    const found = known.get(typename);
    if (found) return found;
    const sources = [...new Set(sourcesFor(requires, typename, types))];
    if (known.size < typesMax) known.set(typename, sources);
    return sources;
  };
  return (object) => identityOf(object, sourcesOf(object['__typename']));
}

/** Fields without selections, at most within conditions on the type. */
function isFlat(selections: readonly QueryPlanSelectionNode[]): boolean {
  return selections.every((one) => (one.kind === 'Field' ? !one.selections : isFlat(one.selections)));
}

function sourcesFor(
  selections: readonly QueryPlanSelectionNode[],
  typename: unknown,
  types: TypeConditions,
): readonly string[] {
  return selections.flatMap((one) => {
    if (one.kind === 'Field') return [one.alias ?? one.name];
    const applies = one.typeCondition === undefined || types.matches(typename, one.typeCondition);
    return applies ? sourcesFor(one.selections, typename, types) : [];
  });
}

/** The values one after the other, each with its length, so that no two sets of values read the same. */
function identityOf(object: Data, sources: readonly string[]): string | undefined {
  if (!sources.includes('__typename')) return undefined;
  let identity = '';
  for (const source of sources) {
    const value = object[source];
    if (value === undefined) return 'missing';
    if (typeof value === 'string') identity += `${value.length}"${value}`;
    else {
      const text = JSON.stringify(value);
      identity += `${text.length}:${text}`;
    }
  }
  return identity;
}

/** Tells entities apart by the text of their representations. */
export function identifyByText(represent: EntityInputs['represent']): Identify {
  return (object) => {
    const representation = represent(object);
    return typeof representation === 'object' ? JSON.stringify(representation) : representation;
  };
}
