import { DatabaseStartError } from '@guildhall/database';
import { banner } from './banner.js';
import { startPlatform } from './platform.js';
import { readSettings, SettingsError } from './settings.js';
import { sentenceFor } from './start-failure.js';

// Handlers are in place before anything starts, so that Ctrl-C during a long first start leaves no process behind.
const giveUp = new AbortController();
let stop: (() => Promise<void>) | undefined;
let isStopping = false;

function onSignal(): void {
  if (isStopping) return;
  isStopping = true;
  process.stderr.write('\nStopping.\n');
  giveUp.abort(new Error('stopped'));
  void stop?.().then(() => process.exit(0));
}
process.on('SIGINT', onSignal);
process.on('SIGTERM', onSignal);

try {
  const settings = readSettings(process.env, process.argv.slice(2));
  const platform = await startPlatform(settings, {
    onProgress: (sentence) => process.stdout.write(`${sentence}\n`),
    signal: giveUp.signal,
  });
  stop = () => platform.stop();
  process.stdout.write(`${banner(settings, platform.addresses)}\n`);
  void platform.failure.then(async (error) => {
    if (isStopping) return;
    isStopping = true;
    process.stderr.write(`${error.message}\n`);
    await platform.stop();
    process.exit(1);
  });
} catch (error) {
  if (isStopping) process.exit(0);
  process.stderr.write(`\n${sentenceFor(error)}\n`);
  process.exit(error instanceof SettingsError || error instanceof DatabaseStartError ? 2 : 1);
}
