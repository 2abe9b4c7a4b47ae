import type { FetchDataRewrite } from '@apollo/query-planner';
import type { Data } from './plan-steps.js';
import { isData } from './select-representations.js';
import type { TypeConditions } from './type-conditions.js';

/** Changes one object in place; `typename` serves where the object does not name its type itself. */
export type Rewrite = (object: Data, typename: unknown) => void;

const fragmentPrefix = '... on ';

/** Compiles a plan's rewrites of representations or answers; undefined when there is none. */
export function compileRewrites(
  rewrites: readonly FetchDataRewrite[] | undefined,
  types: TypeConditions,
): Rewrite | undefined {
  if (!rewrites?.length) return undefined;
  const compiled = rewrites.map((rewrite) => compileRewrite(rewrite, types));
  return (object, typename) => {
    for (const rewrite of compiled) rewrite(object, typename);
  };
}

function compileRewrite(rewrite: FetchDataRewrite, types: TypeConditions): Rewrite {
  const last = rewrite.path.at(-1) ?? '';
  let result: Rewrite =
    rewrite.kind === 'ValueSetter'
      ? (object) => {
          object[last] = rewrite.setValueTo;
        }
      : (object) => {
          if (object[last] === undefined) return;
          object[rewrite.renameKeyTo] = object[last];
          delete object[last];
        };
  for (const element of rewrite.path.slice(0, -1).reverse()) result = within(element, result, types);
  return result;
}

function within(element: string, inner: Rewrite, types: TypeConditions): Rewrite {
  if (element.startsWith(fragmentPrefix)) {
    const condition = element.slice(fragmentPrefix.length);
    return (object, typename) => {
      const own = object['__typename'] ?? typename;
      // Where nobody names the type, the planner made the rewrite for the only type it can be.
      if (own === undefined || types.matches(own, condition)) inner(object, typename);
    };
  }
  const applyTo = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(applyTo);
    else if (isData(value)) inner(value, undefined);
  };
  return (object) => applyTo(object[element]);
}
