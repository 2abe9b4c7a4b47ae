export {
  beginSpan,
  continueTrace,
  hasSpan,
  inSpan,
  isTracing,
  markFailed,
  type Span,
  traceparent,
  withSpan,
} from './span.js';
export { startTracing, type Tracing } from './start-tracing.js';
