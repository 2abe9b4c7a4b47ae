import type { ScanVerdict } from './declared.js';
import { digestStream } from './digest-stream.js';
import { expectFile, UnexpectedFile } from './expect-file.js';
import type { Files } from './files.js';
import { scanned } from './scanner.js';

/** What became of bytes that came: stored, not what was declared, or with malware. */
export type Taken = 'STORED' | 'UNEXPECTED' | 'INFECTED';

/** What was found out while the bytes passed: their SHA-256 in hexadecimal, and the scanner's verdict. */
export type Found = { readonly digest: string; readonly scan: ScanVerdict };

/** How a service notes what becomes of a file that it took in hand. */
export type IncomingLife = {
  /** Notes that it is stored; false when it was given up meanwhile. */
  keep(found: Found): Promise<boolean>;
  /** Notes that there is malware in it. */
  refuse(found: Found): Promise<void>;
  /** Notes that it did not come. */
  fail(): Promise<void>;
};

/** How bytes are changed before they are stored, and how many they are then. */
export type Sealing = {
  readonly size: number;
  readonly through: (stream: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;
};

/** A file on its way in: what was declared of it, its bytes, and how they are stored; as they come when nothing seals them. */
export type IncomingFile = {
  readonly id: string;
  readonly contentType: string;
  readonly size: number;
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly sealing?: Sealing;
};

/**
 * Takes the bytes of a file that the service has in hand alone. They are checked, shown to the scanner and stored as they
 * pass, never held as a whole; nothing of a file stays in the store that was refused, broke off or could not be noted.
 */
export async function takeBytes(files: Files, file: IncomingFile, life: IncomingLife): Promise<Taken> {
  try {
    const found = await store(files, file);
    if (found.scan === 'INFECTED') {
      await files.store.remove(file.id);
      await life.refuse(found);
      return 'INFECTED';
    }
    if (!(await life.keep(found))) throw new Error('the file was given up while it was received');
    return 'STORED';
  } catch (error) {
    await files.store.remove(file.id);
    await life.fail();
    if (error instanceof UnexpectedFile) return 'UNEXPECTED';
    throw error;
  }
}

async function store({ store: target, scanner }: Files, file: IncomingFile): Promise<Found> {
  const session = scanner?.begin();
  try {
    const { through, digest } = digestStream();
    const plain = through(expectFile(file.bytes, file));
    const seen = session === undefined ? plain : scanned(plain, session);
    const { size, through: seal } = file.sealing ?? { size: file.size, through: asTheyCome };
    await target.write(file.id, size, seal(seen));
    return { digest: digest(), scan: (await session?.end()) ?? 'NOT_SCANNED' };
  } catch (error) {
    session?.abort();
    throw error;
  }
}

function asTheyCome(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  return bytes;
}
