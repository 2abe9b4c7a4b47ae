import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Scanner } from './scanner.js';

/**
 * A scanner that is a program of the operator's: the file comes on its standard input, it ends with 0 for a clean file
 * and with 1 for one with malware (as `clamscan -` and `clamdscan -` do); any other end is no verdict.
 */
export function createScanCommand([command = '', ...args]: readonly string[]): Scanner {
  return {
    begin() {
      const child = spawn(command, args, { stdio: ['pipe', 'ignore', 'ignore'] });
      const ended = new Promise<number | null>((resolve, reject) => {
        child.once('error', () => reject(new Error('the scan command could not be run')));
        child.once('close', resolve);
      });
      ended.catch(() => undefined);
      // A program that has seen enough closes its input; its verdict is what counts.
      child.stdin.on('error', () => undefined);
      return {
        async write(bytes) {
          if (!child.stdin.writable) return;
          if (!child.stdin.write(bytes)) await Promise.race([once(child.stdin, 'drain'), ended]);
        },
        async end() {
          child.stdin.end();
          const code = await ended;
          if (code === 0) return 'CLEAN';
          if (code === 1) return 'INFECTED';
          throw new Error('the scan command gave no verdict');
        },
        abort: () => child.kill('SIGKILL'),
      };
    },
  };
}
