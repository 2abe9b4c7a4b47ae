import { hash } from 'node:crypto';
import type { Clock } from '@guildhall/kernel';
import type { Redis } from 'ioredis';
import type { RunOperation } from '../access/guard-gateway.js';
import type { FetchFromSubgraph } from '../execution/subgraph-request.js';
import type { SupergraphIndex } from '../supergraph-index.js';
import { createAnswerPolicies } from './answer-policies.js';
import type { CacheStore, Judge } from './cache-store.js';
import type { CachingSettings, OnCache } from './caching-options.js';
import { type EntityReference, readEntityKeys } from './entity-keys.js';
import { type EntityModel, type EntityRequests, readEntityRequests } from './entity-requests.js';
import { readFieldPolicies } from './field-policies.js';
import { readFieldServices } from './field-services.js';
import { keepAnswers } from './kept-answers.js';
import { keepEntities } from './kept-entities.js';
import { MemoryStore } from './memory-store.js';
import { RedisStore } from './redis-store.js';

/** What one supergraph keeps. */
export type EditionCache = {
  /** Runs operations, and keeps their public answers. */
  answers(run: RunOperation): RunOperation;
  /** Asks services, and keeps their public entities. */
  entities(fetch: FetchFromSubgraph): FetchFromSubgraph;
  /** Drops what is kept of an entity, here and in every gateway with the same Redis. Rejects when its type is not an entity. */
  invalidate(entity: EntityReference): Promise<void>;
  /** Lets go of what was kept for other supergraphs. */
  keepOnlyOwn(): void;
};

/** Everything keeping needs but the supergraph. */
export type CachingOptions = {
  readonly settings: CachingSettings;
  readonly clock: Clock;
  /** The Redis that gateways share; without it answers are kept in this process. */
  readonly redis?: Redis;
  readonly onCache?: OnCache;
  /** Between 0 and 1. */
  readonly random?: () => number;
};

/** A supergraph as composition wrote it, and read. */
export type ReadSupergraph = { readonly supergraphSdl: string; readonly index: SupergraphIndex };

/** One store for all supergraphs that are served one after the other. */
export type Caching = { edition(supergraph: ReadSupergraph): EditionCache };

/** Characters of texts for services remembered: more than all plans in use have, and bounded whatever clients send. */
const charactersMax = 1_000_000;

/** Keeps public answers and public entities as `@cacheControl` says. */
export function createCaching(options: CachingOptions): Caching {
  const { settings, clock, redis, random = Math.random, onCache = () => undefined } = options;
  const now = (): number => clock.now().getTime();
  const judge: Judge = { now, random };
  const store: CacheStore = redis ? new RedisStore(redis, judge) : new MemoryStore(settings.bytesMax, judge);
  const neverKept = new Set(settings.neverKept);
  return {
    edition({ supergraphSdl, index }) {
      const keys = readEntityKeys(index);
      const services = readFieldServices(supergraphSdl);
      const policies = readFieldPolicies(index, services, neverKept);
      const isUsed = settings.isOn && policies.hints.isUsed;
      const keyPrefix = `${hash('sha256', supergraphSdl, 'base64url').slice(0, 16)}:`;
      const common = { store, keyPrefix, neverKept, now, onCache };
      return {
        answers(run) {
          const model = { index, policies, services, keys };
          return isUsed ? keepAnswers(run, { ...common, policies: createAnswerPolicies(model) }) : run;
        },
        entities(fetch) {
          const requestsOf = rememberRequests({ index, policies, keys });
          return isUsed ? keepEntities(fetch, { ...common, requestsOf, keys }) : fetch;
        },
        async invalidate(entity) {
          const tags = keys.tagsToDrop(entity);
          if (!tags) throw new Error(`The graph has no entity of the type ${entity.typename}.`);
          await store.drop(tags);
        },
        keepOnlyOwn: () => store.keepOnly(keyPrefix),
      };
    },
  };
}

/** What services are asked is read once for each text. */
function rememberRequests(model: EntityModel): (query: string) => EntityRequests | undefined {
  const known = new Map<string, EntityRequests | undefined>();
  let characters = 0;
  return (query) => {
    const found = known.get(query);
    if (found !== undefined || known.has(query)) return found;
    if (characters + query.length > charactersMax) {
      known.clear();
      characters = 0;
    }
    const requests = readEntityRequests(query, model);
    known.set(query, requests);
    characters += query.length;
    return requests;
  };
}
