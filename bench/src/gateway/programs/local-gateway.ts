// Our gateway with the four services in its own process, compiled: PORT.
import { startGateway, type SubgraphExecutor, type SubgraphRoute } from '@guildhall/gateway';
import { pino } from 'pino';
import { composeShop } from '../graph/compose-shop.js';
import { createCompiledSchema, runCompiled, subgraphSchema } from '../graph/compiled-schema.js';
import { serviceNames, type ServiceName } from '../graph/shop-sdl.js';

function executorOf(name: ServiceName): SubgraphExecutor {
  const schema = createCompiledSchema(subgraphSchema(name));
  return {
    async execute({ query, variables }) {
      const { data, errors } = await runCompiled(schema.find(query), variables);
      return { data, ...(errors ? { errors: errors.map((error) => error.toJSON()) } : {}) };
    },
  };
}

const routes = serviceNames.map((name): [string, SubgraphRoute] => [
  name,
  { kind: 'local', executor: executorOf(name) },
]);
const nowhere = 'http://in.process';
const gateway = await startGateway({
  port: Number(process.argv[2]),
  host: '127.0.0.1',
  supergraphSdl: composeShop({ accounts: nowhere, products: nowhere, inventory: nowhere, reviews: nowhere }),
  subgraphs: Object.fromEntries(routes),
  auth: 'anonymous',
  limits: 'none',
  // A copy for each who shares costs about as much as asking a service in this process again.
  traffic: { shareInFlight: false },
  environment: 'development',
  logger: pino({ level: 'warn' }),
  corsOrigins: [],
  clock: { now: () => new Date() },
});
// Ending in order is what writes a profile.
process.on('SIGTERM', () => void gateway.stop().then(() => process.exit(0)));
