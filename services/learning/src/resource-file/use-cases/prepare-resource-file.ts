import { checkDeclared, uploadMs, type DeclaredFile } from '@guildhall/files/declared';
import { actorKey, err, limitReached, memberOf, notAllowed, ok, toId, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { contentTypes, resourceFileAdvice, type ResourceFile } from '../resource-file.js';
import { resourceFilePolicy } from '../resource-file.policy.js';
import { resourceFileRules } from '../resource-file-rules.js';

/** What is about to be sent. */
export type PrepareResourceFile = DeclaredFile & { readonly idempotencyKey: string | undefined };

/** Makes room for a file: what it is called and how large it is to be. The bytes come to the door afterwards, once. */
export function prepareResourceFile(
  { idempotentTransaction, clock, ids, files }: Deps,
  actor: Actor,
  { idempotencyKey: key, ...input }: PrepareResourceFile,
) {
  const { unusedMax } = resourceFileRules;
  return idempotentTransaction(
    {
      actor: actorKey(actor),
      key: actor.kind === 'anonymous' ? undefined : key,
      operation: 'prepareResourceFile',
      input,
    },
    ({ resourceFiles }, id) => resourceFiles.findSigned(toId(id)),
    async ({ resourceFiles }) => {
      const now = clock.now();
      const ownerId = memberOf(actor);
      if (ownerId === undefined || files === undefined || !resourceFilePolicy.canSend(actor))
        return err(notAllowed('SEND', 'ResourceFile'));
      const declared = checkDeclared(input, { bytesMax: files.bytesMax, contentTypes, advice: resourceFileAdvice });
      if (!declared.ok) return declared;
      if ((await resourceFiles.countUnused(ownerId, now)) >= unusedMax)
        return err(limitReached(`At most ${unusedMax} files may wait for a resource to have them.`, unusedMax));
      const file: ResourceFile = {
        ...declared.value,
        id: ids.random(),
        ownerId,
        status: 'AWAITED',
        digest: undefined,
        scan: undefined,
        preparedAt: now,
        expiresAt: new Date(now.getTime() + uploadMs),
        storedAt: undefined,
        version: 1,
      };
      return ok(await resourceFiles.add(file));
    },
  );
}
