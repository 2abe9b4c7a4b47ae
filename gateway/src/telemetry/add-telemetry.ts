import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { GatewayMetrics } from './metrics.js';
import { addMetricsRoute } from './metrics-route.js';
import { observeRequests } from './observe-requests.js';
import { defaultTelemetrySettings, type TelemetrySettings } from './telemetry-settings.js';

/** Adds what makes a gateway visible to its operators: `/metrics`, and an eye on every request. Call it before other routes are added. */
export function addTelemetry(
  app: FastifyInstance,
  {
    metrics,
    logger,
    metricsNetworks = defaultTelemetrySettings.metricsNetworks,
    slowOperationMs = defaultTelemetrySettings.slowOperationMs,
  }: Partial<TelemetrySettings> & { readonly metrics: GatewayMetrics; readonly logger: Logger },
): void {
  observeRequests(app, { metrics, logger, slowOperationMs });
  addMetricsRoute(app, metrics, metricsNetworks);
}
