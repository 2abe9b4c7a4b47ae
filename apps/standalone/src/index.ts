export { startPlatform, type Platform } from './platform.js';
export { readSettings, type Settings } from './settings.js';
