import { pino, type Logger } from 'pino';

/** A structured logger. Lines carry a request id, never a name, subject, token, address or text that a person wrote. */
export function createLogger(service: string, level: string): Logger {
  return pino({ name: service, level, base: { service }, timestamp: pino.stdTimeFunctions.isoTime });
}
