import type { Answer, Path } from './reference.js';
import { isRecord } from './required-input.js';

/** What is right, and every place where the operation could have failed. */
export type Expectation = { readonly answer: Answer; readonly possibleErrors: readonly Path[] };

/**
 * Says how an answer differs from what is right; nothing when it does not. The data must be the same to the order of its keys. The
 * errors must explain the same nulls: where a null rises the specification lets an executor stop at the first error below it, so two
 * right answers may name different fields there, but only fields that do fail. A code that a service chose must arrive.
 */
export function differences(actual: Answer, { answer: expected, possibleErrors }: Expectation): readonly string[] {
  const found: string[] = [];
  if (JSON.stringify(actual.data) !== JSON.stringify(expected.data)) found.push('the data differ');
  const possible = new Set(possibleErrors.map(String));
  const explained = nullsExplained(expected);
  const explaining = nullsExplained(actual);
  for (const place of explained) if (!explaining.has(place)) found.push(`no error explains the null at [${place}]`);
  for (const place of explaining)
    if (!explained.has(place)) found.push(`an error stands at [${place}], where there should be none`);
  for (const { path = [] } of actual.errors)
    if (!possible.has(String(path))) found.push(`an error names [${path.join(',')}], which does not fail`);
  return [...found, ...codeDifferences(actual, expected)];
}

function codeDifferences(actual: Answer, expected: Answer): readonly string[] {
  return expected.errors.flatMap(({ path, code }) => {
    if (code === undefined) return [];
    const same = actual.errors.find((error) => String(error.path) === String(path));
    return !same || same.code === code
      ? []
      : [`the code at [${String(path)}] is ${same.code ?? 'missing'} instead of ${code}`];
  });
}

/** The places where null stands because of an error: the error's own, or the one above to which the null rose. */
function nullsExplained({ data, errors }: Answer): ReadonlySet<string> {
  return new Set(errors.map(({ path = [] }) => String(nullAt(data, path))));
}

function nullAt(data: unknown, path: Path): Path | string {
  let value = data;
  for (const [index, step] of path.entries()) {
    if (value === null) return path.slice(0, index);
    value = stepInto(value, step);
  }
  return value === null ? path : `${String(path)} is not null`;
}

function stepInto(value: unknown, step: string | number): unknown {
  if (Array.isArray(value)) return value[Number(step)];
  return isRecord(value) ? value[step] : undefined;
}
