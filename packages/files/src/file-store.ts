/** Where files lie, by their ids: a folder, or any object store that speaks S3. */
export interface FileStore {
  /** Writes a file of exactly this size; nothing is left of one that breaks off. */
  write(name: string, size: number, content: AsyncIterable<Uint8Array>): Promise<void>;
  /** The content of a file. Rejects when there is none. */
  read(name: string): Promise<AsyncIterable<Uint8Array>>;
  /** Removes a file; one that is not there is removed already. */
  remove(name: string): Promise<void>;
}
