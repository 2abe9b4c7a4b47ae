// The graph without services and without a server framework, compiled: the least that any server could do. PORT.
import { createCompiledSchema, monolithSchema, runCompiled } from '../graph/compiled-schema.js';
import { serveJson } from './json-server.js';

const schema = createCompiledSchema(monolithSchema());
serveJson(Number(process.argv[2]), async ({ query, variables }) => {
  const compiled = schema.find(query);
  return compiled.stringify(await runCompiled(compiled, variables));
});
