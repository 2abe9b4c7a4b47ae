// One service of the benchmark graph as a process: SERVICE PORT.
import { createCompiledSchema, runCompiled, subgraphSchema } from '../graph/compiled-schema.js';
import { serviceNames } from '../graph/shop-sdl.js';
import { serveJson } from './json-server.js';

const [name, port] = process.argv.slice(2);
const service = serviceNames.find((known) => known === name);
if (!service) throw new Error(`There is no service "${name}".`);
const schema = createCompiledSchema(subgraphSchema(service));
serveJson(Number(port), async ({ query, variables }) => {
  const compiled = schema.find(query);
  return compiled.stringify(await runCompiled(compiled, variables));
});
