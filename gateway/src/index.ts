export type { AuthOptions } from './authenticate.js';
export type { GatewayOptions, RunningGateway, SubgraphRoute } from './start-gateway.js';
export { startGateway } from './start-gateway.js';
export type { SubgraphExecutor, SubgraphRequest, SubgraphResponse } from '@guildhall/subgraph';
