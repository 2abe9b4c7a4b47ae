export type { TokenAnswer } from './auth/token-answer.js';
export type { RunningWebHost, WebHostOptions } from './start-web-host.js';
export { startWebHost } from './start-web-host.js';
export type { WebHostLogger } from './web-host-logger.js';
