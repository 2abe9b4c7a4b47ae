import type { Address } from '@guildhall/files';
import { err, notFound, ok, toId, type Result, type NotFoundError } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { attachmentPlaces } from './attachment.js';

const found = (address: Address | undefined): Result<Address, NotFoundError> =>
  address === undefined ? err(notFound('Attachment')) : ok(address);
const toDownload = ({ url, expiresAt }: Address) => ({ downloadUrl: url, expiresAt });

/** Resolvers of attachments: what is known of them, and the addresses their bytes travel by. */
export const attachmentResolvers: Resolvers = {
  Mutation: {
    prepareAttachment: async (_root, { input }, { actor, advocacy, gate }) =>
      toResult(
        'PrepareAttachmentSuccess',
        await advocacy.prepareAttachment(actor, {
          ...input,
          layer: input.layer ?? 'CASE',
          caseId: toId(input.caseId),
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        (attachment) => {
          const { url, expiresAt } = gate.upload(attachment);
          return { id: attachment.id, uploadUrl: url, expiresAt };
        },
      ),
    openAttachment: async (_root, { input }, { loaders, gate }) =>
      toResult(
        'OpenAttachmentSuccess',
        found(await gate.download(loaders.words, toId(input.caseId), toId(input.attachmentId))),
        toDownload,
      ),
    prepareAttachmentByReceipt: async (_root, { input }, { actor, advocacy, gate }) =>
      toResult(
        'PrepareAttachmentByReceiptSuccess',
        await advocacy.prepareAttachmentByReceipt(actor, {
          ...input,
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        (attachment) => {
          const { url, expiresAt } = gate.upload(attachment);
          return { id: attachment.id, uploadUrl: url, expiresAt };
        },
      ),
    openAttachmentByReceipt: async (_root, { input }, { read, gate }) =>
      toResult(
        'OpenAttachmentByReceiptSuccess',
        found(
          await read.receipts.withWords(input.code, (words, caseId) =>
            gate.download(words, caseId, toId(input.attachmentId)),
          ),
        ),
        toDownload,
      ),
  },
  Case: {
    attachments: (item, _args, { loaders }) => loaders.attachmentsOf.load(item),
    attachmentLimits: (_item, _args, { gate }) => gate.limits(),
  },
  Receipt: {
    attachmentLimits: ({ kind }, _args, { gate }) => (kind === 'ANONYMOUS' ? gate.limits() : null),
  },
  Attachment: {
    name: async ({ id, caseId }, _args, { loaders }) =>
      (await loaders.words.load({ caseId, place: attachmentPlaces.name(id) })) ?? null,
    scan: ({ scan }) => (scan === 'CLEAN' ? 'CLEAN' : 'NOT_SCANNED'),
    storedAt: ({ storedAt, preparedAt }) => storedAt ?? preparedAt,
  },
  ReceiptAttachment: {
    name: ({ name }) => name ?? null,
    scan: ({ attachment }) => (attachment.scan === 'CLEAN' ? 'CLEAN' : 'NOT_SCANNED'),
    id: ({ attachment }) => attachment.id,
    sender: ({ attachment }) => attachment.sender,
    contentType: ({ attachment }) => attachment.contentType,
    size: ({ attachment }) => attachment.size,
    storedAt: ({ attachment }) => attachment.storedAt ?? attachment.preparedAt,
  },
};
