import { runAdmin } from './admin/admin-command.js';
import { sentenceFor } from './start-failure.js';

try {
  process.exitCode = await runAdmin({ args: process.argv.slice(2), environment: process.env, stdout: process.stdout, stderr: process.stderr });
} catch (error) {
  process.stderr.write(`${sentenceFor(error)}\n`);
  process.exitCode = 2;
}
