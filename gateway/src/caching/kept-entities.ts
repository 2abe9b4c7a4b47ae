import { hash } from 'node:crypto';
import type { SubgraphResponse } from '@guildhall/subgraph';
import type { FetchFromSubgraph, SubgraphCall } from '../execution/subgraph-request.js';
import { isData } from '../execution/select-representations.js';
import { SubgraphFailure } from '../subgraph-failure.js';
import { type AnswerParts, contextOfNobody } from './answer-parts.js';
import type { CacheStore, LookUp, NewEntry } from './cache-store.js';
import type { OnCache } from './caching-options.js';
import { canonicalJson } from './canonical-json.js';
import { askForEntities, type EntityAnswer, type EntityItem, putTogether } from './entity-answers.js';
import { type EntityKeys, serviceTag } from './entity-keys.js';
import type { EntityRequests } from './entity-requests.js';
import { Fills, waitFor } from './fills.js';

/** What keeping entities needs. */
export type EntityKeeping = {
  readonly requestsOf: (query: string) => EntityRequests | undefined;
  readonly keys: EntityKeys;
  readonly store: CacheStore;
  /** Begins every key: what is kept belongs to one supergraph. */
  readonly keyPrefix: string;
  readonly neverKept: ReadonlySet<string>;
  readonly now: () => number;
  readonly onCache: OnCache;
};

/** One entity of a call, with where it is kept. */
type Wanted = EntityItem & { readonly key: string; readonly tags: readonly string[]; readonly maxAge: number };

/**
 * Asks services, and keeps public entities one by one, so that only those that are missing are asked for. They are got by nobody and
 * given to everybody; one that nobody may see is asked for again by who wants it, and not kept. After a mutation nothing that was kept
 * of its service is given any more.
 */
export function keepEntities(fetch: FetchFromSubgraph, keeping: EntityKeeping): FetchFromSubgraph {
  const kept = new KeptEntities(fetch, keeping);
  return async (call) => {
    call.context.parts?.services.add(call.service);
    if (keeping.neverKept.has(call.service)) return fetch(call);
    if (call.kind === 'mutation') return fetch(call).finally(() => keeping.store.drop([serviceTag(call.service)]));
    const requests = keeping.requestsOf(call.query);
    const wanted = requests && wantedIn(call, requests, keeping);
    const lookUps = wanted && (await keeping.store.read(wanted));
    return wanted && lookUps ? kept.answer({ call, lists: requests.lists, wanted }, lookUps) : fetch(call);
  };
}

class KeptEntities {
  readonly #fetch: FetchFromSubgraph;
  readonly #keeping: EntityKeeping;
  readonly #fills = new Fills<EntityAnswer>();

  constructor(fetch: FetchFromSubgraph, keeping: EntityKeeping) {
    this.#fetch = fetch;
    this.#keeping = keeping;
  }

  async answer(entities: EntityCall, lookUps: readonly LookUp[]): Promise<SubgraphResponse> {
    const { service, context } = entities.call;
    this.#count(lookUps);
    const answers = await Promise.all(this.#find(entities, lookUps)).catch(() => {
      throw SubgraphFailure.cancelled(service, context.signal);
    });
    const isKept = lookUps.some(({ outcome }) => outcome === 'hit');
    noteParts(context.parts, answers, isKept);
    return putTogether(entities.wanted, await this.#askAsOneself(entities, answers));
  }

  /** What is there, what is on its way, and what is asked for now. Rejects only for who left. */
  #find(entities: EntityCall, lookUps: readonly LookUp[]): Promise<EntityAnswer>[] {
    const { signal } = entities.call.context;
    const missing: Missing[] = [];
    const found = entities.wanted.map((item, position) => {
      const lookUp = lookUps[position];
      if (lookUp?.outcome === 'hit') return Promise.resolve(lookUp.entry);
      const versions = lookUp?.versions ?? '';
      // Whoever asks after something was dropped must not get what was asked before.
      const fillKey = `${item.key} ${versions}`;
      const open = this.#fills.find(fillKey);
      if (open) return waitFor(open, signal);
      const filled = Promise.withResolvers<EntityAnswer>();
      missing.push({ item, versions, settle: filled.resolve });
      return waitFor(this.#fills.add(fillKey, filled.promise), signal);
    });
    if (missing.length > 0) void this.#fill(entities, missing);
    return found;
  }

  async #fill({ call, lists }: EntityCall, missing: readonly Missing[]): Promise<void> {
    const { now, store } = this.#keeping;
    const startedAt = now();
    const items = missing.map(({ item }) => item);
    const asked = { ...call, context: contextOfNobody(call.context) };
    const answers = await askForEntities(this.#fetch, asked, { lists, items });
    const fillMs = now() - startedAt;
    const entries: NewEntry[] = [];
    for (const [index, { item, versions, settle }] of missing.entries()) {
      const expiresAt = startedAt + item.maxAge * 1_000;
      const answer = { ...answers[index], expiresAt };
      const { text, errors } = answer;
      if (text !== undefined && !errors) entries.push({ key: item.key, versions, entry: { text, expiresAt, fillMs } });
      settle(answer);
    }
    if (entries.length > 0) store.write(entries);
  }

  /** Nobody may see less than somebody; what a failing service cannot give to one it cannot give to another. */
  async #askAsOneself(
    { call, lists, wanted }: EntityCall,
    answers: readonly EntityAnswer[],
  ): Promise<readonly EntityAnswer[]> {
    if (call.context.caller.kind === 'anonymous') return answers;
    const items = wanted.filter((_item, index) => isHidden(answers[index]));
    if (items.length === 0) return answers;
    const own = await askForEntities(this.#fetch, call, { lists, items });
    const byItem = new Map(items.map((item, index) => [item, own[index]]));
    return wanted.flatMap((item, index) => byItem.get(item) ?? answers[index] ?? []);
  }

  #count(lookUps: readonly LookUp[]): void {
    for (const outcome of ['hit', 'miss', 'stale'] as const) {
      const count = lookUps.filter((lookUp) => lookUp.outcome === outcome).length;
      if (count > 0) this.#keeping.onCache({ kind: 'entity', outcome, count });
    }
  }
}

/** A call for entities that may be kept. */
type EntityCall = {
  readonly call: SubgraphCall;
  readonly lists: EntityRequests['lists'];
  readonly wanted: readonly Wanted[];
};

type Missing = {
  readonly item: Wanted;
  readonly versions: string;
  readonly settle: (answer: EntityAnswer) => void;
};

/** Every entity of a call; undefined when one of them is not to be kept, because a call has one caller. */
function wantedIn(call: SubgraphCall, requests: EntityRequests, keeping: EntityKeeping): Wanted[] | undefined {
  const wanted: Wanted[] = [];
  const others = requests.variables.map((name) => [call.variables[name]]);
  for (const list of requests.lists) {
    const representations: unknown = call.variables[list.variable];
    if (!Array.isArray(representations) || !representations.every(isData)) return undefined;
    for (const representation of representations) {
      const typeName = String(representation['__typename']);
      const maxAge = list.maxAgeOf(typeName);
      if (maxAge <= 0) return undefined;
      const identity = canonicalJson([call.service, list.selection, others, representation]);
      const key = `${keeping.keyPrefix}entity:${hash('sha256', identity, 'base64url')}`;
      const tags = [serviceTag(call.service), ...keeping.keys.tagsOf(typeName, representation)];
      wanted.push({ list, representation, key, tags, maxAge });
    }
  }
  return wanted;
}

function noteParts(parts: AnswerParts | undefined, answers: readonly EntityAnswer[], isKept: boolean): void {
  if (!parts) return;
  parts.isKept ||= isKept;
  for (const { expiresAt = Infinity } of answers) parts.freshUntil = Math.min(parts.freshUntil, expiresAt);
}

function isHidden(answer: EntityAnswer | undefined): boolean {
  if (answer?.failure) return false;
  return answer?.text === undefined || Boolean(answer.errors?.length);
}
