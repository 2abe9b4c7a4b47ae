import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Logger } from 'pino';
import { decideTokenPolicy } from '../access/access-facts.js';
import type { AccessMode } from '../access/create-access-filter.js';
import { guardExecutor, type RunOperation, type ValidOperation } from '../access/guard-gateway.js';
import type { Caching, EditionCache } from '../caching/create-caching.js';
import { createExecutor, type GraphExecutor, type KnownOperation } from '../execution/create-executor.js';
import { chargeTransports } from '../limits/charge-transport.js';
import { defaultOperationLimits, type OperationLimits } from '../limits/operation-limits.js';
import { stripAccessDirectives } from '../strip-access-directives.js';
import type { ExecutionObserver } from '../telemetry/observe-calls.js';
import type { SubgraphTransport } from '../subgraph-call.js';
import { readSupergraphRules, type SupergraphRules } from '../supergraph-rules.js';
import { createSubgraphFetch } from './fetch-from-subgraph.js';

/** Everything that was read from one supergraph. A request belongs to one edition from its validation to its answer. */
export type GraphEdition = {
  /** The supergraph without what @apollo/gateway refuses. */
  readonly plainSdl: string;
  readonly rules: SupergraphRules;
  readonly execute: RunOperation;
  /** What is kept of its answers. */
  readonly cache: EditionCache;
  /** Plans operations that were asked before; one that does not fit this supergraph is passed over. */
  warm(known: readonly ValidOperation[]): Promise<void>;
};

/** Milliseconds spent on plans before a supergraph is served; what is left is planned when it is asked for. */
const warmMs = 5_000;

/** What every edition is made with. */
export type EditionOptions = {
  readonly transports: ReadonlyMap<string, SubgraphTransport>;
  readonly accessMode: AccessMode;
  readonly limits: OperationLimits | 'none';
  readonly logger: Logger;
  /** Who sees what is planned and asked of services. */
  readonly observer: ExecutionObserver;
  /** Where public answers are kept. */
  readonly caching: Caching;
};

/** Reads a supergraph; throws when it cannot be used. */
export function openEdition(supergraphSdl: string, options: EditionOptions): GraphEdition {
  const { limits, accessMode, logger, observer } = options;
  const rules = readSupergraphRules(supergraphSdl, {
    accessMode,
    limits: limits === 'none' ? defaultOperationLimits : limits,
  });
  const transports = chargeTransports(options.transports, {
    costs: () => rules.costs,
    costPerService: limits === 'none' ? undefined : limits.costPerService,
  });
  const plainSdl = stripAccessDirectives(supergraphSdl);
  const cache = options.caching.edition({ supergraphSdl, index: rules.index });
  const fetch = cache.entities(observer.observe(createSubgraphFetch(transports, logger)));
  const executor = createExecutor({ supergraphSdl: plainSdl, fetch, onPlan: observer.onPlan });
  const guard = { filter: () => rules.access, decidePolicy: decideTokenPolicy };
  // Through the same filter: what a caller may not have is left out by this supergraph's rules, and so are the keys of its plans.
  const planOnly = guardExecutor(async (input) => {
    executor.warm([knownOperationOf(input)]);
    return { data: {} };
  }, guard);
  return {
    plainSdl,
    rules,
    cache,
    execute: guardExecutor(cache.answers(runOn(executor)), guard),
    async warm(known) {
      const endsAt = performance.now() + warmMs;
      for (const input of known) {
        if (performance.now() > endsAt) return;
        await planOnly(input).catch(() => undefined);
        // Requests that are being served meanwhile get their turn.
        await nextTurn();
      }
    },
  };
}

function runOn(executor: GraphExecutor): RunOperation {
  return async (input) => {
    const { data, errors } = await executor.execute({
      ...knownOperationOf(input),
      variables: input.request.variables,
      context: input.context,
    });
    return { ...(data === undefined ? {} : { data }), ...(errors && { errors: [...errors] }) };
  };
}

function knownOperationOf({ document, operationName, queryHash }: ValidOperation): KnownOperation {
  return { document, operationName, key: `${operationName ?? ''} ${queryHash}` };
}
