import { Client, type ClientConfig } from 'pg';
import { rememberConfig } from './cancel-backend.js';
import { followRequests } from './cancel-statements.js';
import { traceStatements } from './trace-statements.js';

/**
 * A connection that never ends the process when it breaks. Pools listen for errors only while a connection is idle and
 * borrowers only while they hold it; in between nobody does. What a broken connection was doing fails by itself, and the
 * pool replaces it. What it runs for a request ends with that request, and
 * is seen in that request's trace.
 */
export class LastingClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    this.on('error', () => undefined);
    rememberConfig(this, config);
    followRequests(this);
    traceStatements(this);
  }
}
