import type { Attachment } from '../attachment/attachment.js';
import { sendAttachment } from '../attachment/send-attachment.bytes.js';
import type { Deps } from '../deps.js';
import type { BundledFile } from './bundle.js';

/** A bundle travels in one answer; what does not fit is named in it and taken by itself. */
const bytesMax = 10 * 1024 * 1024;

/** Opens the attachments of a case one after the other, as far as they fit. */
export async function readAttachments(deps: Deps, attachments: readonly Attachment[]): Promise<readonly BundledFile[]> {
  const read: BundledFile[] = [];
  let left = bytesMax;
  for (const attachment of attachments) {
    const { files } = deps;
    const sent = files && attachment.size <= left ? await sendAttachment({ ...deps, files }, attachment.id) : undefined;
    const content = sent === undefined ? undefined : await gather(sent.bytes);
    left -= content?.byteLength ?? 0;
    read.push({ attachment, content });
  }
  return read;
}

async function gather(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts);
}
