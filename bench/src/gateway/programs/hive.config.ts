/** Hive Gateway's own sharing of equal requests to services is on by default; the benchmark measures without it first. */
export const gatewayConfig = {
  transportEntries: {
    '*': { options: { deduplicateInflightRequests: process.env['BENCH_SHARING'] === 'on' } },
  },
};
