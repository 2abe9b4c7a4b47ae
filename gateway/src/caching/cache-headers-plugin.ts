import type { ApolloServerPlugin } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import { requestScope } from '../request-scope.js';
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
          const lasting = requestScope.getStore()?.lasting;
          if (!lasting || lasting.document !== document || errors?.length || body.kind !== 'single') return;
          const { singleResult } = body;
          if (singleResult.errors?.length || !singleResult.data || singleResult.extensions) return;
          const { maxAge, isPublic, parts } = lasting;
          const expiresAt = Math.min(parts.startedAt + maxAge * 1_000, parts.freshUntil);
          http.headers.set('cache-control', `max-age=${maxAge}, ${isPublic ? 'public' : 'private'}`);
          if (parts.isKept)
            http.headers.set('age', String(Math.max(0, Math.floor(maxAge - (expiresAt - now()) / 1_000))));
          // Who asks, how the answer is to be written, and what pages may read it decide what is answered.
          http.headers.set('vary', 'origin, authorization, accept');
        },
      };
    },
  };
}
