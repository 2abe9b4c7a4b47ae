import { createLogger, outliveLostDatabase } from '@guildhall/subgraph';
import { banner } from './banner.js';
import { startPlatform } from './platform.js';
import { readSettings } from './settings.js';
import { isForOperator, sentenceFor } from './start-failure.js';

// Handlers are in place before anything starts, so that Ctrl-C during a long first start leaves no process behind.
const giveUp = new AbortController();
let stop: (() => Promise<void>) | undefined;
let isStopping = false;
/** What has not ended by then waits for something that is gone; the database is told to stop as the process exits. */
const stopPatienceMs = 20_000;

function onSignal(): void {
  if (isStopping) return;
  isStopping = true;
  setTimeout(() => process.exit(1), stopPatienceMs).unref();
  process.stderr.write('\nStopping.\n');
  giveUp.abort(new Error('stopped'));
  void stop?.().then(() => process.exit(0));
}
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, onSignal);
// With its terminal gone, as after SIGHUP, what is printed goes nowhere; that must not end the process half-way.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

try {
  const settings = readSettings(process.env, process.argv.slice(2));
  outliveLostDatabase(createLogger('platform', settings.logLevel));
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
  process.exit(isForOperator(error) ? 2 : 1);
}
