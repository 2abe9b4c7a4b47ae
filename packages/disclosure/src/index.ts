export * from './k-for.js';
export * from './suppress.js';
