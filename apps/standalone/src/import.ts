import { readCommandEnvironment } from './admin/env.js';
import { runImport } from './import/import-command.js';
import { sentenceFor } from './start-failure.js';

// A first Ctrl-C ends the import after the rows in hand; what was taken in stays, and the same command goes on from there.
const giveUp = new AbortController();
process.on('SIGINT', () => giveUp.abort(new Error('Stopped; run the same command again to go on.')));
process.on('SIGTERM', () => giveUp.abort(new Error('Stopped; run the same command again to go on.')));

const environment = readCommandEnvironment();
try {
  process.exitCode = await runImport({
    args: process.argv.slice(2),
    environment,
    // npm runs scripts from the top of the workspace and says here where it was called.
    folder: environment['INIT_CWD'] ?? process.cwd(),
    stdout: process.stdout,
    stderr: process.stderr,
    signal: giveUp.signal,
  });
} catch (error) {
  process.stderr.write(`${giveUp.signal.aborted ? String(giveUp.signal.reason) : sentenceFor(error)}\n`);
  process.exitCode = giveUp.signal.aborted ? 1 : 2;
}
