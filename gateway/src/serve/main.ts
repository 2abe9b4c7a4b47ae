import { resolve } from 'node:path';
import { readServeArguments } from './serve-arguments.js';
import { serveSupergraph } from './serve-supergraph.js';

try {
  // Ctrl-C while the graph loads counts too: it ends the process once there is something to end in order.
  const stopAsked = Promise.withResolvers<void>();
  process.on('SIGTERM', () => stopAsked.resolve());
  process.on('SIGINT', () => stopAsked.resolve());
  const args = readServeArguments(process.argv.slice(2));
  // npm runs scripts from the top of the workspace and says here where it was called.
  const supergraphFile = resolve(process.env['INIT_CWD'] ?? process.cwd(), args.supergraphFile);
  const gateway = await serveSupergraph({ ...args, supergraphFile });
  process.stdout.write(`The graph is served at ${gateway.url}; Ctrl-C ends it.\n`);
  await stopAsked.promise;
  await gateway.stop();
  process.exit(0);
} catch (error) {
  process.stderr.write(`gateway: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
