import { spawn } from 'node:child_process';

/** Shown only when the step turns out long: a short one should pass unnoticed. */
const patienceMs = 1_500;
const reminderMs = 10_000;

/**
 * Runs a program without showing its output. A long run is announced and repeated with the seconds gone by; a failed
 * one shows everything it printed, on stderr, and throws the sentence given.
 */
export function runQuietly(program, args, { cwd, env, say, progress, failure }) {
  return new Promise((resolve, reject) => {
    const started = Date.now();
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    const announce = setTimeout(() => say(`${progress} ...`), patienceMs);
    const remind = setInterval(() => say(`${progress} ... ${Math.round((Date.now() - started) / 1000)} s`), reminderMs);
    const passOn = stopWith(child);
    const settle = (act) => {
      clearTimeout(announce);
      clearInterval(remind);
      passOn.end();
      act();
    };
    child.once('error', (error) => settle(() => reject(error)));
    child.once('close', (code) =>
      settle(() => {
        const text = Buffer.concat(output).toString();
        if (passOn.stopped()) reject(new Error('Stopped.'));
        else if (code === 0) resolve(text);
        else {
          process.stderr.write(text);
          reject(Object.assign(new Error(failure), { output: text }));
        }
      }),
    );
  });
}

/** Ctrl-C during a step ends the step first, so that no process is left. */
function stopWith(child) {
  let stopped = false;
  const stop = () => {
    stopped = true;
    child.kill('SIGTERM');
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, stop);
  return {
    stopped: () => stopped,
    end: () => {
      for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(name, stop);
    },
  };
}
