import { z } from 'zod';
import { isNetwork, loopbackNetworks } from './networks.js';

/** Who may read metrics, and which operations are told as slow. */
export type TelemetrySettings = {
  /** Addresses and networks. */
  readonly metricsNetworks: readonly string[];
  readonly slowOperationMs: number;
};

/** Metrics for this machine, and a line for what takes a second. */
export const defaultTelemetrySettings: TelemetrySettings = {
  metricsNetworks: loopbackNetworks,
  slowOperationMs: 1_000,
};

const networks = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  )
  .refine((list) => list.every(isNetwork), 'must be addresses or networks such as 10.0.0.0/8');

/** The variables that set what can be seen of a gateway. */
export const telemetryVariables = {
  GUILDHALL_METRICS_NETWORKS: networks.optional(),
  GUILDHALL_SLOW_OPERATION_MS: z.coerce
    .number()
    .int()
    .min(1)
    .max(600_000)
    .default(defaultTelemetrySettings.slowOperationMs),
};

/** What those variables mean. This machine may always read. */
export function toTelemetrySettings(
  values: Readonly<z.infer<z.ZodObject<typeof telemetryVariables>>>,
): TelemetrySettings {
  return {
    metricsNetworks: [...loopbackNetworks, ...(values.GUILDHALL_METRICS_NETWORKS ?? [])],
    slowOperationMs: values.GUILDHALL_SLOW_OPERATION_MS,
  };
}
