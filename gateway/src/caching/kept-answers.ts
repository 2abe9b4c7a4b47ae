import { hash } from 'node:crypto';
import { print, stripIgnoredCharacters } from 'graphql';
import type { RunOperation, ValidOperation } from '../access/guard-gateway.js';
import { isData } from '../execution/select-representations.js';
import { requestScope } from '../request-scope.js';
import { variablesOf } from '../variables-of.js';
import { type AnswerParts, contextOfNobody, startParts } from './answer-parts.js';
import type { AnswerPolicies, AnswerPolicy } from './answer-policies.js';
import type { CacheStore, LookUp } from './cache-store.js';
import type { OnCache } from './caching-options.js';
import { canonicalJson } from './canonical-json.js';
import { Fills } from './fills.js';

/** What keeping whole answers needs. */
export type AnswerKeeping = {
  readonly policies: AnswerPolicies;
  readonly store: CacheStore;
  /** Begins every key: what is kept belongs to one supergraph. */
  readonly keyPrefix: string;
  readonly neverKept: ReadonlySet<string>;
  readonly now: () => number;
  readonly onCache: OnCache;
};

type Result = Awaited<ReturnType<RunOperation>>;
type Answer = { readonly result: Result; readonly parts: AnswerParts };

/**
 * Runs operations, and keeps whole public answers to those who show no token. Such an answer is made for nobody: services are told of no
 * caller, so nothing in it can be somebody's. Whoever shows a token is answered by the services, every time.
 */
export function keepAnswers(run: RunOperation, keeping: AnswerKeeping): RunOperation {
  const fills = new Fills<Answer>();
  const texts = new WeakMap<object, string>();
  return async (input) => {
    const policy = keeping.policies.ofOperation(input.document, input.operationName);
    if (!policy) return run(input);
    const isShared = policy.scope === 'PUBLIC' && input.context.caller.kind === 'anonymous';
    const { result, parts } = isShared
      ? await runShared(input, policy)
      : await runWithParts(run, input, startParts(keeping.now()));
    noteForHeaders(input, policy, parts, isShared && !touches(parts, keeping.neverKept));
    return result;
  };

  async function runShared(input: ValidOperation, policy: AnswerPolicy): Promise<Answer> {
    const key = keyOf(input, policy);
    const found = (await keeping.store.read([{ key, tags: policy.tags }]))?.[0];
    keeping.onCache({ kind: 'answer', outcome: found?.outcome ?? 'miss', count: 1 });
    if (!found) return runWithParts(run, input, startParts(keeping.now()));
    if (found.outcome === 'hit') {
      const { text, expiresAt } = found.entry;
      const parts = { ...startParts(keeping.now()), freshUntil: expiresAt, isKept: true };
      const data: unknown = JSON.parse(text);
      if (isData(data)) return { result: { data }, parts };
    }
    // Whoever asks after something was dropped must not get what was asked before.
    const fillKey = `${key} ${found.versions}`;
    return fills.find(fillKey) ?? fills.add(fillKey, fill({ input, policy, key, found }));
  }

  async function fill({ input, policy, key, found }: Fill): Promise<Answer> {
    const context = contextOfNobody(input.context);
    const answer = await runWithParts(run, { ...input, context }, startParts(keeping.now()));
    const { result, parts } = answer;
    const isComplete = Boolean(result.data) && !result.errors?.length;
    // What other services were asked is not among the tags, so nobody could drop it.
    const isKnown = [...parts.services].every((service) => policy.services.has(service));
    if (isComplete && isKnown && !touches(parts, keeping.neverKept)) {
      const expiresAt = Math.min(parts.startedAt + policy.maxAge * 1_000, parts.freshUntil);
      const entry = { text: JSON.stringify(result.data), expiresAt, fillMs: keeping.now() - parts.startedAt };
      keeping.store.write([{ key, versions: found.versions, entry }]);
    }
    return answer;
  }

  function keyOf(input: ValidOperation, { operation }: AnswerPolicy): string {
    // The document as it runs, without what the caller may not have: each set of denied fields has a text of its own.
    const text = texts.get(input.document) ?? stripIgnoredCharacters(print(input.document));
    texts.set(input.document, text);
    const given = variablesOf(operation, input.request.variables);
    const values = (operation.variableDefinitions ?? []).map(({ variable: { name } }) =>
      Object.hasOwn(given, name.value) ? [given[name.value]] : [],
    );
    const identity = canonicalJson([text, input.operationName ?? null, values]);
    return `${keeping.keyPrefix}answer:${hash('sha256', identity, 'base64url')}`;
  }
}

type Fill = {
  readonly input: ValidOperation;
  readonly policy: AnswerPolicy;
  readonly key: string;
  readonly found: LookUp;
};

async function runWithParts(run: RunOperation, input: ValidOperation, parts: AnswerParts): Promise<Answer> {
  const result = await run({ ...input, context: { ...input.context, parts } });
  return { result, parts };
}

function touches({ services }: AnswerParts, neverKept: ReadonlySet<string>): boolean {
  return [...services].some((service) => neverKept.has(service));
}

function noteForHeaders(input: ValidOperation, { maxAge }: AnswerPolicy, parts: AnswerParts, isPublic: boolean): void {
  const scope = requestScope.getStore();
  if (scope) scope.lasting = { document: input.document, maxAge, isPublic, parts };
}
