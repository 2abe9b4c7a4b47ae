// The graph without services behind Apollo Server's stand-alone server: plain | bare | compiled, PORT.
import { ApolloServer, type ApolloServerOptionsWithGateway, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import { createCompiledSchema, monolithSchema, runCompiled } from '../graph/compiled-schema.js';

const [kind, port] = process.argv.slice(2);
const schema = monolithSchema();
const withoutDefaults: ApolloServerPlugin[] = [
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginInlineTraceDisabled(),
  ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
];

/** Apollo Server takes another way of executing only where it takes a gateway. */
function compiledExecutor(): ApolloServerOptionsWithGateway<object>['gateway'] {
  const compiled = createCompiledSchema(schema);
  let announce: (() => void) | undefined;
  return {
    async load() {
      announce?.();
      return {
        executor: ({ document, queryHash, request }) =>
          runCompiled(
            compiled.compile(queryHash, () => document),
            request.variables,
          ),
      };
    },
    onSchemaLoadOrUpdate(callback) {
      announce = () => callback({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    stop: async () => undefined,
  };
}

function createServer(): ApolloServer {
  if (kind === 'plain') return new ApolloServer({ schema });
  if (kind === 'bare') return new ApolloServer({ schema, plugins: withoutDefaults });
  return new ApolloServer({ gateway: compiledExecutor(), plugins: withoutDefaults });
}

await startStandaloneServer(createServer(), { listen: { port: Number(port), host: '127.0.0.1' } });
