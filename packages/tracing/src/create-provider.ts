import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';

/**
 * Makes and registers what takes spans and sends them in batches. This module is what loads the SDK, so it is imported only where
 * traces are wanted. Of baggage, which carries free text between processes, nothing is sent or read.
 */
export function createProvider(url: string, service: string): NodeTracerProvider {
  const provider = new NodeTracerProvider({
    // No host, no process, no user: neither is looked up nor sent.
    resource: resourceFromAttributes({ 'service.name': service, 'service.namespace': 'guildhall' }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url }))],
  });
  provider.register({ propagator: new W3CTraceContextPropagator() });
  return provider;
}
