export type { Page } from 'playwright-core';
export { findFreePorts } from './find-free-ports.js';
export { launchBrowser } from './launch-browser.js';
export type { Look } from './look.js';
export { looks, phone, desktop } from './look.js';
export type { StartPlatform, UnionInBrowser } from './start-union.js';
export { startUnion } from './start-union.js';
export type { Visit } from './open-visit.js';
export { openVisit } from './open-visit.js';
