import type { MutationResult, Outcome } from '@guildhall/ui';

/**
 * What the graph would say of fields left empty that cannot be sent at all: an empty enum value or date is no valid input. Undefined when
 * all are filled.
 */
export function requireFilled(values: Readonly<Record<string, string>>): Outcome<MutationResult> | undefined {
  const fields = Object.entries(values)
    .filter(([, value]) => value.trim() === '')
    .map(([path]) => ({ path, rule: 'REQUIRED' }));
  return fields.length === 0 ? undefined : { result: { __typename: 'ValidationError', fields } };
}
