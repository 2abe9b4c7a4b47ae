import { z } from 'zod';
import type { ChildServer } from './child-server.js';
import type { LoadGenerator } from './load-generator.js';
import type { Traffic } from './programs/json-server.js';
import { readCpuMs, readPeakMemoryMb } from './process-usage.js';

/** What one server did in one stretch of one shape. */
export type Measurement = {
  readonly requests: number;
  readonly failures: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Processor time of the server's process for each request, its services' not counted. */
  readonly cpuMsPerRequest: number;
  /** The server's peak since it started. */
  readonly peakMemoryMb: number;
  readonly subgraphRequestsPerRequest: number;
  /** Bodies in both directions between the server and its services. */
  readonly subgraphBytesPerRequest: number;
};

/** Who measures, and for how long. */
export type MeasuringPlan = {
  readonly load: LoadGenerator;
  readonly subgraphs: readonly ChildServer[];
  readonly connections: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
};

/** Measures one server with one shape. `nextRequest` makes requests that differ differ from all before them. */
export async function measurePeer(
  plan: MeasuringPlan,
  server: ChildServer,
  { shape, firstRequest }: { readonly shape: string; readonly firstRequest: number },
): Promise<{ readonly measurement: Measurement; readonly nextRequest: number }> {
  const snapshot = (): Promise<Snapshot> => takeSnapshot(server.pid, plan.subgraphs);
  let before: Promise<Snapshot> | undefined;
  let after: Promise<Snapshot> | undefined;
  const { connections, warmUpMs, measureMs } = plan;
  const order = { url: server.url, shape, connections, warmUpMs, measureMs, firstRequest };
  const figures = await plan.load.measure(order, {
    begin: () => void (before = snapshot()),
    end: () => void (after = snapshot()),
  });
  const [start, end] = await Promise.all([before, after]);
  if (!start || !end) throw new Error('The stretch was not observed.');
  const { requests, failures, elapsedMs, p50Ms, p99Ms, nextRequest } = figures;
  return {
    nextRequest,
    measurement: {
      requests,
      failures,
      p50Ms,
      p99Ms,
      perSecond: (requests / elapsedMs) * 1_000,
      cpuMsPerRequest: (end.cpuMs - start.cpuMs) / requests,
      peakMemoryMb: await readPeakMemoryMb(server.pid),
      subgraphRequestsPerRequest: (end.requests - start.requests) / requests,
      subgraphBytesPerRequest: (end.bytes - start.bytes) / requests,
    },
  };
}

type Snapshot = { readonly cpuMs: number; readonly requests: number; readonly bytes: number };

async function takeSnapshot(pid: number, subgraphs: readonly ChildServer[]): Promise<Snapshot> {
  const [cpuMs, ...traffic] = await Promise.all([readCpuMs(pid), ...subgraphs.map(readTraffic)]);
  return {
    cpuMs,
    requests: traffic.reduce((sum, { requests }) => sum + requests, 0),
    bytes: traffic.reduce((sum, { bytesIn, bytesOut }) => sum + bytesIn + bytesOut, 0),
  };
}

const trafficShape = z.object({ requests: z.number(), bytesIn: z.number(), bytesOut: z.number() });

async function readTraffic({ url }: ChildServer): Promise<Traffic> {
  const response = await fetch(new URL('/traffic', url));
  const traffic = trafficShape.parse(await response.json());
  return traffic;
}
