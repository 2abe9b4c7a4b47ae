export type { AuthOptions } from './authenticate.js';
export { type EdgeSettings, edgeVariables, toEdgeSettings } from './edge-settings.js';
export { readOperationPolicy } from './protocol/read-operation-policy.js';
export type { GatewayOptions, RunningGateway } from './start-gateway.js';
export type { SubgraphRoute } from './traffic/subgraph-routes.js';
export type { TrafficSettings } from './traffic/traffic-settings.js';
export { startGateway } from './start-gateway.js';
export type { SubgraphExecutor, SubgraphRequest, SubgraphResponse } from '@guildhall/subgraph';
