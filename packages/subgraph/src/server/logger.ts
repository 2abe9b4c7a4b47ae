import { pino, type DestinationStream, type Logger } from 'pino';
import { currentRequestId } from './current-request.js';

/**
 * A structured logger. Lines carry the id of the request they belong to, the same at the gateway and in every service, and never a name,
 * subject, token, address or text that a person wrote. They go to standard output unless there is another destination.
 */
export function createLogger(service: string, level: string, destination?: DestinationStream): Logger {
  const options = { name: service, level, base: { service }, timestamp: pino.stdTimeFunctions.isoTime, mixin };
  return destination === undefined ? pino(options) : pino(options, destination);
}

function mixin(): { readonly requestId?: string } {
  const requestId = currentRequestId();
  return requestId === undefined ? {} : { requestId };
}
