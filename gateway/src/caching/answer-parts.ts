import type { GatewayContext } from '../subgraph-call.js';

/** What an answer is being made of. */
export type AnswerParts = {
  readonly startedAt: number;
  /** The instant until which the part that was kept longest may be given. */
  freshUntil: number;
  /** Whether a part was kept from before. */
  isKept: boolean;
  /** Services that were asked, or whose answers were kept. */
  readonly services: Set<string>;
};

/** An answer of which nothing is there yet. */
export function startParts(startedAt: number): AnswerParts {
  return { startedAt, freshUntil: Infinity, isKept: false, services: new Set() };
}

const nobody = { kind: 'anonymous' } as const;

/**
 * The context in which something is got for everybody: services are asked by nobody, and it goes on when the one who happened to be
 * first leaves. It ends at that request's deadline.
 */
export function contextOfNobody(context: GatewayContext): GatewayContext {
  return { ...context, caller: nobody, signal: new AbortController().signal, parts: undefined };
}
