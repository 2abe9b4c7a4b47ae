import { Readable } from 'node:stream';
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { FileStore } from './file-store.js';

const ignore = (): void => undefined;

/** Which bucket, and how it is reached. */
export type S3Options = {
  readonly endpoint: string | undefined;
  readonly region: string;
  readonly bucket: string;
  /** The part of every key in front of the name, without a slash. */
  readonly folder: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
};

/** A store in a bucket of any service that speaks S3. */
export function createS3Store({ endpoint, region, bucket, folder, ...credentials }: S3Options): FileStore {
  const client = new S3Client({
    region,
    ...(endpoint === undefined ? {} : { endpoint }),
    // Buckets as the first part of the path are understood by every such service; names in front of the host are not.
    forcePathStyle: endpoint !== undefined,
    credentials,
    // What it would say names the object; faults are told where they are met.
    logger: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    // Checksums in trailers are Amazon's own; the content is checked by us.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const placeOf = (name: string) => ({ Bucket: bucket, Key: `${folder}/${name}` });
  return {
    async write(name, size, content) {
      const Body = Readable.from(content, { objectMode: false });
      // The client waits for ever for a body that broke off, so the request has to be given up with it.
      const giveUp = new AbortController();
      let broken: { readonly error: Error } | undefined;
      Body.on('error', (error: Error) => {
        broken = { error };
        giveUp.abort();
      });
      const put = { ...placeOf(name), Body, ContentLength: size, ContentType: 'application/octet-stream' };
      try {
        await client.send(new PutObjectCommand(put), { abortSignal: giveUp.signal });
      } catch (error) {
        throw broken?.error ?? error;
      }
    },
    async read(name) {
      const { Body } = await client.send(new GetObjectCommand(placeOf(name)));
      if (!(Body instanceof Readable)) throw new Error('the store gave no file');
      return Body;
    },
    async remove(name) {
      await client.send(new DeleteObjectCommand(placeOf(name)));
    },
  };
}
