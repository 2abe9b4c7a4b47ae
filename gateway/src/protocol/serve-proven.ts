import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { RunOperation, ValidOperation } from '../access/guard-gateway.js';
import { cacheHeadersOf } from '../caching/cache-headers-plugin.js';
import { costHeader } from '../limits/cost-plugin.js';
import type { AdmitCost } from '../limits/admit-cost.js';
import { nameOperation, type RequestScope } from '../request-scope.js';
import type { GatewayContext } from '../subgraph-call.js';
import { planHeader } from '../telemetry/telemetry-plugin.js';
import type { AnswerTypes } from './answer-types.js';
import type { ProvenOperation, ProvenOperations } from './proven-operations.js';

/** What is needed to answer an operation that was asked before. */
export type ProvenServing = {
  readonly proven: ProvenOperations;
  readonly types: AnswerTypes;
  /** The schema served now, and how an operation that is valid in it is run. */
  readonly schema: () => GraphQLSchema | undefined;
  readonly run: (schema: GraphQLSchema, operation: ValidOperation) => ReturnType<RunOperation>;
  /** Refuses what costs too much; undefined where there are no limits. */
  readonly admit: AdmitCost | undefined;
  /** Whether somebody may be guessing with the operation; the pipeline counts that. */
  readonly isGuess: GuessTest;
  readonly countCost: (scope: RequestScope, data: unknown) => void;
  readonly now: () => number;
};

type GuessTest = (document: DocumentNode, operationName: string | null) => boolean;

/** One request with what belongs to it. */
export type ServedRequest = {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly scope: RequestScope;
  readonly context: GatewayContext;
};

/** The body of an answer; or what the operation gave, with whose errors Apollo Server makes the answer; or nothing when it was not run. */
export type ProvenAnswer =
  | { readonly kind: 'body'; readonly body: string }
  | { readonly kind: 'finished'; readonly result: Awaited<ReturnType<RunOperation>> }
  | undefined;

/**
 * Answers a POST of an operation that was proven before, without the server's pipeline: that would parse its headers, hash its text and call
 * every plugin only to decide the same again. Anything out of the ordinary is left to the pipeline, every refusal and every error included,
 * so that there is one place that words them.
 */
export async function serveProven(serving: ProvenServing, served: ServedRequest): Promise<ProvenAnswer> {
  const ready = prepare(serving, served);
  if (!ready) return undefined;
  const { proven, variables, type } = ready;
  const { reply, scope, context } = served;
  const { schema, document, operationName } = proven;
  if (serving.admit?.(scope, { document, operationName, variables })) return undefined;
  nameOperation(scope, operationName);
  const result = await serving.run(schema, { ...proven, request: { variables }, context });
  if (!result.data || result.errors?.length) return { kind: 'finished', result };
  serving.countCost(scope, result.data);
  reply.header('content-type', type);
  for (const [name, value] of cacheHeadersOf(scope, document, serving.now())) reply.header(name, value);
  return { kind: 'body', body: `${JSON.stringify({ data: result.data })}\n` };
}

type Variables = Record<string, unknown> | undefined;

/** What was proven of a request, with the type its answer will be of; undefined where anything has yet to be decided. */
function prepare(
  serving: ProvenServing,
  { request }: ServedRequest,
): { readonly proven: ProvenOperation; readonly variables: Variables; readonly type: string } | undefined {
  const type = isOrdinary(request) ? serving.types.find(request.headers) : undefined;
  const asked = type === undefined ? undefined : readAsked(request.body);
  const schema = serving.schema();
  const proven = asked && schema && serving.proven.find(asked.source, asked.name, schema);
  if (!proven || type === undefined || serving.isGuess(proven.document, proven.operationName)) return undefined;
  return { proven, variables: asked.variables, type };
}

/** A client that asks to be told more than the operation gets it from the pipeline. */
function isOrdinary({ method, headers }: FastifyRequest): boolean {
  return method === 'POST' && headers[costHeader] === undefined && headers[planHeader] === undefined;
}

const known: ReadonlySet<string> = new Set(['query', 'operationName', 'variables']);

/** A body with a text, a name and variables of the right kinds and nothing else; undefined for any other. */
function readAsked(
  body: unknown,
): { readonly source: string; readonly name: string | undefined; readonly variables: Variables } | undefined {
  if (!isRecord(body) || !Object.keys(body).every((key) => known.has(key))) return undefined;
  const { query: source, operationName: name = null, variables = null } = body;
  if (typeof source !== 'string' || !isTextOrNull(name) || !isRecordOrNull(variables)) return undefined;
  return { source, name: name ?? undefined, variables: variables ?? undefined };
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}

function isRecordOrNull(value: unknown): value is Record<string, unknown> | null {
  return value === null || isRecord(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
