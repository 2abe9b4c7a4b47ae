import {
  type Attributes,
  context,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';

export type { Span } from '@opentelemetry/api';

/** What a span is. Attributes hold names that developers wrote and numbers, never values that people did. */
export type SpanFacts = {
  readonly name: string;
  /** `server` does work for another, `client` waits for one; `internal` is neither. */
  readonly kind?: 'server' | 'client' | 'internal';
  readonly attributes?: Attributes;
  /** When it began, in milliseconds on the clock of `performance.now()`; now unless given. */
  readonly startedAt?: number;
};

const kinds = { server: SpanKind.SERVER, client: SpanKind.CLIENT, internal: SpanKind.INTERNAL } as const;

let isOn = false;

/** Whether traces are written. Where they are not, code that only makes spans is passed over. */
export function isTracing(): boolean {
  return isOn;
}

/** Says that a provider is there to take spans, or is no more; for this package alone. */
export function setTracing(value: boolean): void {
  isOn = value;
}

/** Begins a span below the one that is under way. Whoever begins it ends it. */
export function beginSpan({ name, kind = 'internal', attributes, startedAt }: SpanFacts, isRoot = false): Span {
  const options = { kind: kinds[kind], attributes, startTime: startedAt, root: isRoot };
  return trace.getTracer('guildhall').startSpan(name, options);
}

/** Does work below a span, wherever in the code it goes. */
export function withSpan<T>(span: Span, work: () => T): T {
  return context.with(trace.setSpan(context.active(), span), work);
}

/** Does work within a span of its own that ends with it. What is thrown marks the span with its class or code, never with its message. */
export async function inSpan<T>(
  facts: SpanFacts,
  work: (span: Span) => Promise<T>,
  kindOf: (error: unknown) => string = classOf,
): Promise<T> {
  const span = beginSpan(facts);
  try {
    return await withSpan(span, () => work(span));
  } catch (error) {
    markFailed(span, kindOf(error));
    throw error;
  } finally {
    span.end();
  }
}

function classOf(error: unknown): string {
  return error instanceof Error ? error.name : 'failure';
}

/** Marks a span as failed; `kind` is an error class or a code. */
export function markFailed(span: Span, kind: string): void {
  span.setAttribute('error.type', kind);
  span.setStatus({ code: SpanStatusCode.ERROR });
}

/** Whether work is under way that somebody traces. */
export function hasSpan(): boolean {
  return trace.getActiveSpan() !== undefined;
}

/** The W3C `traceparent` of the span under way, for the next process. */
export function traceparent(): string | undefined {
  if (!isOn) return undefined;
  const carrier: Record<string, string> = {};
  propagation.inject(context.active(), carrier);
  return carrier['traceparent'];
}

/** Does work below the span that a `traceparent` of another process names; one that cannot be read is as none. */
export function continueTrace<T>(header: string | undefined, work: () => T): T {
  if (!isOn || header === undefined) return work();
  return context.with(propagation.extract(ROOT_CONTEXT, { traceparent: header }), work);
}
