import { runAdmin } from './admin/admin-command.js';
import { readCommandEnvironment } from './admin/env.js';
import { sentenceFor } from './start-failure.js';

try {
  process.exitCode = await runAdmin({
    args: process.argv.slice(2),
    environment: readCommandEnvironment(),
    stdout: process.stdout,
    stderr: process.stderr,
  });
} catch (error) {
  process.stderr.write(`${sentenceFor(error)}\n`);
  process.exitCode = 2;
}
