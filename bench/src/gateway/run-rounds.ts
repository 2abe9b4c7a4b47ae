import type { BenchOptions } from './bench-options.js';
import type { ChildServer } from './child-server.js';
import { measurePeer, type Measurement, type MeasuringPlan } from './measure-peer.js';

/** One measurement with its place in the run. */
export type Result = Measurement & { readonly round: number; readonly shape: string; readonly peer: string };

/**
 * Measures every server with every shape in every round, one after the other, so that whatever else the machine does falls on all of
 * them. Each round begins with another server. Round 0 warms everything up and is thrown away.
 */
export async function runRounds(
  options: BenchOptions,
  plan: MeasuringPlan,
  servers: ReadonlyMap<string, ChildServer>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const order = [...servers];
  let firstRequest = 0;
  for (let round = 0; round <= options.rounds; round += 1) {
    process.stderr.write(round === 0 ? 'Warming up ...\n' : `Round ${round} of ${options.rounds} ...\n`);
    for (const shape of options.shapes) {
      for (let turn = 0; turn < order.length; turn += 1) {
        const [peer, server] = order[(turn + round) % order.length] ?? [];
        if (peer === undefined || server === undefined) continue;
        const measured = await measurePeer(plan, server, { shape: shape.name, firstRequest });
        firstRequest = measured.nextRequest;
        warnOfFailures(`${peer}, ${shape.name}`, measured.measurement);
        if (round > 0) results.push({ round, shape: shape.name, peer, ...measured.measurement });
      }
    }
  }
  return results;
}

function warnOfFailures(place: string, { failures, requests }: Measurement): void {
  if (failures > 0) process.stderr.write(`  ${place}: ${failures} of ${requests} answers were errors\n`);
}
