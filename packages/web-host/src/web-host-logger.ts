/** Where the host tells of faults; pino fits. It is never given a token, a cookie, a query string or a person. */
export interface WebHostLogger {
  info(facts: object, message: string): void;
  error(facts: object, message: string): void;
}
