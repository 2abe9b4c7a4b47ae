import { resolveDataFolder } from './data-folder.js';
import { readTokenEnvironment } from './token/env.js';
import { runTokenCommand } from './token/token-command.js';

const environment = readTokenEnvironment();
const outcome = await runTokenCommand({
  args: process.argv.slice(2),
  environment,
  dataFolder: resolveDataFolder(environment),
});
if (outcome.exitCode === 0) process.stdout.write(`${outcome.stdout}\n`);
else process.stderr.write(`${outcome.stderr}\n`);
process.exitCode = outcome.exitCode;
