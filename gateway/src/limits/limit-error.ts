import { GraphQLError } from 'graphql';

/** One limit that was passed: its name, what it allows and what was found. `found` is absent where counting stopped at the limit. */
export type PassedLimit = { readonly limit: string; readonly allowed: number; readonly found?: number };

/** The refusal of an operation that is too large, with the limit and the numbers in its extensions; status 400. */
export function limitError(message: string, passed: PassedLimit): GraphQLError {
  const code =
    passed.limit === 'cost' || passed.limit === 'costPerService' ? 'COST_LIMIT_EXCEEDED' : 'OPERATION_LIMIT_EXCEEDED';
  return new GraphQLError(message, { extensions: { code, ...passed, http: { status: 400 } } });
}

/** The limit in the extensions of an error, when it has one: these three keys are safe to show, and no name is longer than a limit's. */
export function passedLimitOf(extensions: Readonly<Record<string, unknown>> | undefined): PassedLimit | undefined {
  const { limit, allowed, found } = extensions ?? {};
  if (typeof limit !== 'string' || !/^[a-zA-Z]{1,20}$/.test(limit) || typeof allowed !== 'number') return undefined;
  return { limit, allowed, ...(typeof found === 'number' ? { found } : {}) };
}
