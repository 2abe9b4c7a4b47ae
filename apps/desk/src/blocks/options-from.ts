import type { Option } from '@guildhall/ui';

/** Makes the options of a field from the values of an enum and the app's word for each. */
export function optionsFrom(values: readonly string[], wordOf: (value: string) => string): readonly Option[] {
  return values.map((value) => ({ value, label: wordOf(value) }));
}
