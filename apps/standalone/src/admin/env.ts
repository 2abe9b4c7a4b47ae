import type { Environment } from '../settings.js';

/** The environment a command was called with; it is read here and nowhere else, so that the rest can be tested. */
export function readCommandEnvironment(): Environment {
  return process.env;
}
