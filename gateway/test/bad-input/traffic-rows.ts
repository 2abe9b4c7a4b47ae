import type { SubgraphExecutor } from '@guildhall/subgraph';
import { defaultTrafficSettings } from '../../src/traffic/traffic-settings.js';
import type { GatewayOptions } from '../../src/start-gateway.js';
import { accessSubgraphs } from '../access/access-graph.js';
import type { BadInput } from './bad-input.js';

const request = () => ({ query: '{ me { name } }' });
const lost = { status: 200, request };

/** The graph with one service that behaves as told. */
const withStaff = (execute: SubgraphExecutor['execute']): Partial<GatewayOptions> => ({
  subgraphs: { ...accessSubgraphs(), staff: { kind: 'local', executor: { execute } } },
});
const hanging = withStaff(() => new Promise(() => undefined));

/** Good requests at a bad moment. */
export const trafficRows: readonly BadInput[] = [
  {
    kind: 'More requests at once than `GUILDHALL_REQUESTS_MAX`',
    status: 503,
    code: 'OVERLOADED',
    options: { traffic: { shedding: { ...defaultTrafficSettings.shedding, requestsMax: 0 } } },
    request,
  },
  {
    kind: 'More calls at once to a service than it may have',
    ...lost,
    code: 'OVERLOADED',
    options: { traffic: { subgraphConcurrency: 0, subgraphQueue: 0 } },
  },
  {
    kind: 'A service that cannot be reached',
    ...lost,
    code: 'SUBGRAPH_UNAVAILABLE',
    options: {
      signer: 'unsigned',
      subgraphs: { ...accessSubgraphs(), staff: { kind: 'http', url: 'http://127.0.0.1:9/graphql' } },
    },
  },
  {
    kind: 'A service slower than `GUILDHALL_SERVICE_DEADLINE_MS`',
    ...lost,
    code: 'DEADLINE_EXCEEDED',
    options: { ...hanging, traffic: { subgraphDeadlineMs: 20 } },
  },
  {
    kind: 'A request longer than `GUILDHALL_REQUEST_DEADLINE_MS`',
    ...lost,
    code: 'DEADLINE_EXCEEDED',
    options: { ...hanging, traffic: { requestDeadlineMs: 20 } },
  },
  {
    kind: 'A service that fails',
    ...lost,
    code: 'INTERNAL_SERVER_ERROR',
    options: withStaff(() => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.7:5432'))),
  },
];
