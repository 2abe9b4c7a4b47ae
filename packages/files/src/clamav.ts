import { once } from 'node:events';
import { connect } from 'node:net';
import type { Scanner } from './scanner.js';

/** A scanner that does not answer for this long gives no verdict, in milliseconds. */
const patienceMs = 60_000;

/** A ClamAV daemon reached over TCP (clamd's `INSTREAM`: each chunk after its length, an empty one at the end). */
export function createClamav({ host, port }: { readonly host: string; readonly port: number }): Scanner {
  return {
    begin() {
      const socket = connect({ host, port });
      socket.setTimeout(patienceMs, () => socket.destroy(new Error('the scanner did not answer')));
      let answer = '';
      socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
      const ended = once(socket, 'close').then(() => answer);
      // Whoever waits for the verdict is told; a file that was given up leaves nobody waiting.
      ended.catch(() => undefined);
      const send = async (bytes: Uint8Array | string): Promise<void> => {
        if (socket.destroyed) throw new Error('the scanner went away');
        if (!socket.write(bytes)) await Promise.race([once(socket, 'drain'), ended]);
      };
      const begun = send('zINSTREAM\0');
      begun.catch(() => undefined);
      return {
        async write(bytes) {
          await begun;
          await send(Buffer.concat([lengthOf(bytes.length), bytes]));
        },
        async end() {
          await begun;
          await send(lengthOf(0));
          const verdict = (await ended).replaceAll('\0', '').trim();
          if (verdict.endsWith(' OK')) return 'CLEAN';
          if (verdict.endsWith(' FOUND')) return 'INFECTED';
          throw new Error('the scanner gave no verdict');
        },
        abort: () => socket.destroy(),
      };
    },
  };
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}
