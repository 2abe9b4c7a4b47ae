import { z } from 'zod';
import { defaultTrafficSettings, type TrafficSettings } from './traffic-settings.js';

const milliseconds = z.coerce.number().int().min(1).max(600_000);
const count = z.coerce.number().int().min(1).max(1_000_000);

/** The variables that set how traffic is treated, as they stand in the environment. */
export const trafficVariables = {
  GUILDHALL_SERVICE_DEADLINE_MS: milliseconds.default(defaultTrafficSettings.subgraphDeadlineMs),
  GUILDHALL_REQUEST_DEADLINE_MS: milliseconds.default(defaultTrafficSettings.requestDeadlineMs),
  GUILDHALL_SERVICE_CALLS_MAX: count.default(defaultTrafficSettings.subgraphConcurrency),
  GUILDHALL_SERVICE_QUEUE_MAX: count.default(defaultTrafficSettings.subgraphQueue),
  GUILDHALL_SHARE_QUERIES: z.enum(['on', 'off']).default('on'),
  GUILDHALL_REQUESTS_MAX: count.default(defaultTrafficSettings.shedding.requestsMax),
  GUILDHALL_LOOP_DELAY_MAX_MS: milliseconds.default(defaultTrafficSettings.shedding.loopDelayMaxMs),
};

/** What those variables mean; what they do not say is as usual. */
export function toTrafficSettings(values: Readonly<z.infer<z.ZodObject<typeof trafficVariables>>>): TrafficSettings {
  return {
    ...defaultTrafficSettings,
    subgraphDeadlineMs: values.GUILDHALL_SERVICE_DEADLINE_MS,
    requestDeadlineMs: values.GUILDHALL_REQUEST_DEADLINE_MS,
    subgraphConcurrency: values.GUILDHALL_SERVICE_CALLS_MAX,
    subgraphQueue: values.GUILDHALL_SERVICE_QUEUE_MAX,
    shareInFlight: values.GUILDHALL_SHARE_QUERIES === 'on',
    shedding: {
      ...defaultTrafficSettings.shedding,
      requestsMax: values.GUILDHALL_REQUESTS_MAX,
      loopDelayMaxMs: values.GUILDHALL_LOOP_DELAY_MAX_MS,
    },
  };
}
