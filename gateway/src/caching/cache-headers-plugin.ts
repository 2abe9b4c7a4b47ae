import type { ApolloServerPlugin } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import { requestScope, type RequestScope } from '../request-scope.js';
import type { GatewayContext } from '../subgraph-call.js';
import type { AnswerParts } from './answer-parts.js';

/** An answer that may be kept by others, as long as nothing went wrong with it. */
export type LastingAnswer = {
  /** The document that ran. */
  readonly document: DocumentNode;
  readonly maxAge: number;
  readonly isPublic: boolean;
  readonly parts: AnswerParts;
};

/**
 * Tells clients and proxies how long an answer may be kept (RFC 9111). Every other answer has `no-store` already: one with errors, one to a
 * mutation, one from which fields were taken out, and one that tells more than the operation asked for.
 */
export function createCacheHeadersPlugin(now: () => number): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ document, errors, response: { body, http } }) {
          if (!document || errors?.length || body.kind !== 'single' || !isWhole(body.singleResult)) return;
          for (const [name, value] of cacheHeadersOf(requestScope.getStore(), document, now()))
            http.headers.set(name, value);
        },
      };
    },
  };
}

/** The headers of a whole answer without errors to this very document; none where it must not be kept. */
export function cacheHeadersOf(
  scope: RequestScope | undefined,
  document: DocumentNode,
  now: number,
): readonly (readonly [string, string])[] {
  const lasting = scope?.lasting;
  return lasting?.document === document ? headersOf(lasting, now) : [];
}

type Result = { readonly data?: unknown; readonly errors?: readonly unknown[]; readonly extensions?: unknown };

function isWhole({ data, errors, extensions }: Result): boolean {
  return Boolean(data) && !errors?.length && extensions === undefined;
}

function headersOf({ maxAge, isPublic, parts }: LastingAnswer, now: number): readonly (readonly [string, string])[] {
  const expiresAt = Math.min(parts.startedAt + maxAge * 1_000, parts.freshUntil);
  const age = Math.max(0, Math.floor(maxAge - (expiresAt - now) / 1_000));
  return [
    ['cache-control', `max-age=${maxAge}, ${isPublic ? 'public' : 'private'}`],
    ...(parts.isKept ? [['age', String(age)] as const] : []),
    // Who asks, how the answer is to be written, and what pages may read it decide what is answered.
    ['vary', 'origin, authorization, accept'],
  ];
}
