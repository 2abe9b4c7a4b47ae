export * from './create-client.js';
export { graphql } from './generated/gql.js';
export type * as Graph from './generated/graphql.js';
export * from './graph-error.js';
export * from './pages.js';
export * from './recount-draw.js';
export * from './unwrap.js';
