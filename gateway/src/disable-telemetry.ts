// @apollo/gateway starts an exporter to its vendor and probes cloud metadata servers as soon as it is imported, unless this is set
// before: so this module must stay the first import wherever that package is imported.
process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';

/** True once the vendor's telemetry is switched off for this process; importing this module is what switches it off. */
export const isTelemetryDisabled = true;
