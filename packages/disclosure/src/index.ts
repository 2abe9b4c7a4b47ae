export * from './k-for.js';
export * from './round-figure.js';
export * from './suppress.js';
