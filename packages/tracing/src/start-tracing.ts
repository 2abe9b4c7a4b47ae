import { setTimeout as sleep } from 'node:timers/promises';
import { context, diag, DiagLogLevel, propagation, trace } from '@opentelemetry/api';
import { setTracing } from './span.js';

/** Traces that are being written; `stop` sends what is left and ends it. */
export type Tracing = { stop(): Promise<void> };

/** For whom traces are written: the environment that says where to, a name for this process, and who is told when they cannot be sent. */
export type TracingOptions = {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly service: string;
  readonly onFailure: () => void;
};

/** Milliseconds that the last traces may take when a process ends; a receiver that is away must not keep it. */
const farewellMs = 3_000;

/**
 * Writes the traces of this process to an OTLP receiver from now on. Without an address nothing is loaded and nothing sent: then it
 * returns undefined. Headers, sampling and batches are as the OTEL_ variables of the process say. Call it before connections are opened.
 * Throws one sentence when the address is none.
 */
export async function startTracing(options: TracingOptions): Promise<Tracing | undefined> {
  const url = tracesUrl(options.environment);
  if (url === undefined) return undefined;
  const { createProvider } = await import('./create-provider.js');
  // The library's own words may quote addresses and headers.
  const quiet = (): void => undefined;
  diag.setLogger(
    { error: options.onFailure, warn: quiet, info: quiet, debug: quiet, verbose: quiet },
    { logLevel: DiagLogLevel.ERROR, suppressOverrideMessage: true },
  );
  const provider = createProvider(url, options.service);
  setTracing(true);
  return {
    async stop() {
      setTracing(false);
      const patience = new AbortController();
      const sent = provider.shutdown().catch(options.onFailure);
      await Promise.race([sent, sleep(farewellMs, undefined, { signal: patience.signal }).catch(quiet)]);
      patience.abort();
      trace.disable();
      context.disable();
      propagation.disable();
      diag.disable();
    },
  };
}

/** Where traces go, by the variables of the OpenTelemetry specification; nowhere without them. An empty one counts as not set. */
function tracesUrl(environment: TracingOptions['environment']): string | undefined {
  const exact = environment['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'];
  if (exact) return checked(exact, 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT');
  const base = environment['OTEL_EXPORTER_OTLP_ENDPOINT'];
  return base ? `${checked(base, 'OTEL_EXPORTER_OTLP_ENDPOINT').replace(/\/$/, '')}/v1/traces` : undefined;
}

function checked(url: string, variable: string): string {
  if (/^https?:$/.test(URL.parse(url)?.protocol ?? '')) return url;
  throw new Error(`${variable} must be an http(s) address.`);
}
