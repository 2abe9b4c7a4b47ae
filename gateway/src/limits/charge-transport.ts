import { requestScope } from '../request-scope.js';
import type { SubgraphTransport, TransportRequest } from '../subgraph-call.js';
import type { CostControl } from './cost-control.js';
import type { CostRecord } from './cost-record.js';

/** How calls to services are charged: what they cost, and how much one service may be asked for one operation. */
export type ServiceCharge = { readonly costs: () => CostControl; readonly costPerService: number | undefined };

/**
 * Counts what a service is asked on behalf of one operation and what it gave. A call that would put the service above its limit is not
 * made: its fields are null with COST_LIMIT_EXCEEDED, and the rest of the answer stands. Without a limit, and without a client that
 * asks, nothing is counted.
 */
export function chargeTransports(
  transports: ReadonlyMap<string, SubgraphTransport>,
  charge: ServiceCharge,
): ReadonlyMap<string, SubgraphTransport> {
  return new Map([...transports].map(([name, transport]) => [name, chargeTransport(transport, charge)]));
}

function chargeTransport(transport: SubgraphTransport, charge: ServiceCharge): SubgraphTransport {
  return {
    name: transport.name,
    call(request) {
      const record = requestScope.getStore()?.cost;
      const isCounted = record && (record.isAsked || charge.costPerService !== undefined);
      return isCounted ? callAndCount(transport, request, { ...charge, record }) : transport.call(request);
    },
  };
}

async function callAndCount(
  transport: SubgraphTransport,
  request: TransportRequest,
  { costs, costPerService = Infinity, record }: ServiceCharge & { readonly record: CostRecord },
): ReturnType<SubgraphTransport['call']> {
  const cost = costs().ofServiceCall(request.query, request.operationName, request.variables);
  const total = record.services.get(transport.name) ?? { estimated: 0, actual: 0 };
  record.services.set(transport.name, total);
  const estimated = total.estimated + (cost?.estimated ?? 0);
  if (estimated > costPerService) return { data: null, errors: [tooDear(transport.name, estimated, costPerService)] };
  total.estimated = estimated;
  const response = await transport.call(request);
  if (record.isAsked && response.data) total.actual += cost?.actualOf(response.data) ?? 0;
  return response;
}

function tooDear(service: string, found: number, allowed: number) {
  return {
    message: `The operation asks ${found} of the service "${service}"; ${allowed} is allowed.`,
    extensions: { code: 'COST_LIMIT_EXCEEDED', limit: 'costPerService', allowed, found },
  };
}
