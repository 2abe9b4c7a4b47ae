import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { LoadFigures, LoadOrder, LoadReport } from './load-messages.js';

/** Told when the measured stretch begins and when it ends. */
export type StretchObserver = { begin(): void; end(): void };

/** The clients, in a process of their own. */
export type LoadGenerator = {
  measure(order: LoadOrder, observer: StretchObserver): Promise<LoadFigures>;
  stop(): void;
};

/** Starts the clients' process. A measurement rejects when that process ends. */
export function startLoadGenerator(): LoadGenerator {
  const child = fork(fileURLToPath(new URL('programs/load.js', import.meta.url)));
  return {
    measure(order, observer) {
      return new Promise((resolve, reject) => {
        const fail = (): void => reject(new Error('The clients have ended.'));
        const listen = (report: LoadReport): void => {
          if (report.kind === 'measuring') observer.begin();
          else if (report.kind === 'measured') observer.end();
          else {
            child.off('message', listen);
            child.off('exit', fail);
            resolve(report);
          }
        };
        child.on('message', listen);
        child.once('exit', fail);
        child.send(order);
      });
    },
    stop: () => void child.kill(),
  };
}
