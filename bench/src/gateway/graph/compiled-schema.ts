import { buildSubgraphSchema } from '@apollo/subgraph';
import { type DocumentNode, type ExecutionResult, type GraphQLSchema, parse } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { monolithResolvers, subgraphResolvers } from './shop-resolvers.js';
import { monolithSdl, subgraphSdl, type ServiceName } from './shop-sdl.js';

/** The schema of one service. */
export function subgraphSchema(name: ServiceName): GraphQLSchema {
  return buildSubgraphSchema([{ typeDefs: parse(subgraphSdl[name]), resolvers: subgraphResolvers[name] }]);
}

/** The whole graph without services. The federation directives and fields it gains are never asked for. */
export function monolithSchema(): GraphQLSchema {
  return buildSubgraphSchema([{ typeDefs: parse(monolithSdl), resolvers: monolithResolvers }]);
}

/** Operations of one schema, each parsed and compiled once and kept. */
export type CompiledSchema = {
  /** The operation of this text, compiled. */
  find(query: string): CompiledQuery;
  /** The same for a document that somebody else has parsed; `key` stands for its text. */
  compile(key: string, parseDocument: () => DocumentNode): CompiledQuery;
};

/** Compiles with graphql-jit. Throws when an operation cannot be compiled: the benchmark's own operations all can. */
export function createCompiledSchema(schema: GraphQLSchema): CompiledSchema {
  const known = new Map<string, CompiledQuery>();
  const compile: CompiledSchema['compile'] = (key, parseDocument) => {
    const found = known.get(key);
    if (found) return found;
    const compiled = compileQuery(schema, parseDocument());
    if (!isCompiledQuery(compiled)) throw new Error(`Not compiled: ${compiled.errors?.join('\n')}`);
    known.set(key, compiled);
    return compiled;
  };
  return { compile, find: (query) => compile(query, () => parse(query)) };
}

/** Runs a compiled operation. */
export async function runCompiled(
  compiled: CompiledQuery,
  variables: Readonly<Record<string, unknown>> | undefined,
): Promise<ExecutionResult> {
  return compiled.query(undefined, undefined, { ...variables });
}
