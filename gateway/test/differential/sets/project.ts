import { fileURLToPath } from 'node:url';
import { readSubgraphs } from '../../../src/read-subgraph-sdl.js';
import type { GraphSet } from '../graph-set.js';

/** The project's own services, over invented data. */
export const project: GraphSet = {
  name: 'the project itself',
  services: Object.fromEntries(
    readSubgraphs(fileURLToPath(new URL('../../../..', import.meta.url))).map(({ name, typeDefs }) => [name, typeDefs]),
  ),
};
