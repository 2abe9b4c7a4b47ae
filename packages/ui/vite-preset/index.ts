export type { AppConfigOptions } from './app-config.js';
export { createAppConfig } from './app-config.js';
export type { RouteSize } from './route-budget.js';
export { findOverweight, measureRoutes } from './route-budget.js';
