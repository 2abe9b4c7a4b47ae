import { Counter, Gauge, Registry } from 'prom-client';
import type { BreakerState } from '../traffic/service-breaker.js';
import { type HistogramOptions, LeanHistogram } from './lean-histogram.js';
import { OperationNames } from './operation-names.js';
import { processMetrics } from './process-metrics.js';

/** What there is to see of a gateway at the moment of asking. */
export type Watched = {
  /** Requests that run. */
  readonly running: () => number;
  /** Services by name. */
  readonly services: ReadonlyMap<
    string,
    {
      readonly breaker: () => BreakerState;
      readonly load: () => { readonly inside: number; readonly waiting: number };
    }
  >;
};

/** The counters of one gateway, in the units and names of Prometheus. Labels come from closed sets alone. */
export type GatewayMetrics = ReturnType<typeof createMetrics>;

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const planSeconds = [0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1];
const costs = [1, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000];
const breakerStates: readonly BreakerState[] = ['closed', 'half-open', 'open'];

/** Makes the counters of a gateway; `trusted` holds the names of the operations of the trusted list. */
export function createMetrics(trusted: ReadonlySet<string>) {
  const registry = new Registry();
  const registers = [registry];
  const counter = <T extends string>(name: string, help: string, labelNames: readonly T[]): Counter<T> =>
    new Counter({ name: `guildhall_${name}`, help, labelNames, registers });
  const histograms = createHistograms();
  return {
    names: new OperationNames(trusted),
    ...histograms,
    requests: counter('requests_total', 'Requests to the graph that are over.', ['operation', 'status', 'code']),
    calls: counter('service_calls_total', 'Calls to services as requests saw them.', ['service', 'outcome']),
    sent: counter('service_requests_total', 'Requests sent to services: retries count, shared calls do not.', [
      'service',
    ]),
    shed: counter('requests_shed_total', 'Requests refused because there were too many.', []),
    rateLimited: counter('requests_rate_limited_total', 'Requests refused because one sender sent too many.', []),
    /** Lookups in the caches of answers: which cache, and whether what was sought was there. */
    cache: counter('cache_lookups_total', 'Lookups in the caches of answers.', ['cache', 'result']),
    /** Begins to tell what runs and waits. */
    watch: (watched: Watched): void => addGauges(registers, watched),
    /** Everything, in the text format of Prometheus. */
    async text(): Promise<string> {
      const parts = await Promise.all([registry.metrics(), processMetrics().metrics()]);
      return [...Object.values(histograms).map((histogram) => histogram.text()), ...parts].join('');
    },
  };
}

function createHistograms() {
  const histogram = (name: string, help: string, rest: Omit<HistogramOptions, 'name' | 'help'>): LeanHistogram =>
    new LeanHistogram({ name: `guildhall_${name}`, help, ...rest });
  const label = 'operation';
  return {
    requestSeconds: histogram('request_duration_seconds', 'Time from the head of a request to the end of its answer.', {
      label,
      buckets: seconds,
    }),
    planSeconds: histogram('plan_duration_seconds', 'Time to find or make the plan of a request.', {
      buckets: planSeconds,
    }),
    callSeconds: histogram('service_call_duration_seconds', 'Time of a call, waiting and retries included.', {
      label: 'service',
      buckets: seconds,
    }),
    costEstimated: histogram('operation_cost_estimated', 'Cost of operations before they run.', {
      label,
      buckets: costs,
    }),
    costActual: histogram(
      'operation_cost_actual',
      'Cost of answers: of those that asked for it, and of one in a hundred of the others.',
      { label, buckets: costs },
    ),
  };
}

function addGauges(registers: Registry[], { running, services }: Watched): void {
  const gauge = <T extends string>(
    name: string,
    help: string,
    { labelNames, collect }: { readonly labelNames: readonly T[]; readonly collect: (gauge: Gauge<T>) => void },
  ): Gauge<T> =>
    new Gauge({
      name: `guildhall_${name}`,
      help,
      labelNames,
      registers,
      collect() {
        collect(this);
      },
    });
  gauge('requests_running', 'Requests that run.', { labelNames: [], collect: (it) => it.set(running()) });
  gauge('service_calls_running', 'Calls to a service that run.', {
    labelNames: ['service'],
    collect: (it) => services.forEach((service, name) => it.set({ service: name }, service.load().inside)),
  });
  gauge('service_calls_waiting', 'Calls to a service that wait for their turn.', {
    labelNames: ['service'],
    collect: (it) => services.forEach((service, name) => it.set({ service: name }, service.load().waiting)),
  });
  gauge('service_breaker_state', '1 for the state that the circuit of a service is in, else 0.', {
    labelNames: ['service', 'state'],
    collect: (it) =>
      services.forEach((service, name) => {
        for (const state of breakerStates) it.set({ service: name, state }, service.breaker() === state ? 1 : 0);
      }),
  });
}
