/** One file on its way through a scanner, fed chunk by chunk as it arrives. */
export interface ScanSession {
  write(bytes: Uint8Array): Promise<void>;
  /** The verdict on the whole file. Rejects when the scanner gave none. */
  end(): Promise<'CLEAN' | 'INFECTED'>;
  /** Gives the file up. */
  abort(): void;
}

/** Looks for malware in files before they are stored. */
export interface Scanner {
  begin(): ScanSession;
}

/** A stream that is shown to a scanner while it passes. */
export async function* scanned(stream: AsyncIterable<Uint8Array>, session: ScanSession): AsyncGenerator<Uint8Array> {
  for await (const bytes of stream) {
    await session.write(bytes);
    yield bytes;
  }
}
