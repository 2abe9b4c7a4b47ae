import { FieldChecks, ok, type Id, type Result, type ValidationError } from '@guildhall/kernel';
import type { ResourceFileRepository } from '../../resource-file/resource-file.repository.js';
import type { ResourceFileId } from '../../resource-file/resource-file.js';

/** A file that a version is to name, and who writes it. `named` is the one it names already. */
export type NamedFile = {
  readonly fileId: ResourceFileId | undefined;
  readonly authorId: Id<'Member'>;
  readonly named: ResourceFileId | undefined;
};

/** An author names a file that they sent and that is stored; it cannot be removed until the version names it. */
export async function checkFile(
  files: ResourceFileRepository,
  { fileId, authorId, named }: NamedFile,
): Promise<Result<undefined, ValidationError>> {
  if (fileId === undefined || fileId === named) return ok(undefined);
  const file = await files.findStoredKept(fileId, authorId);
  return new FieldChecks()
    .that(file !== null, 'fileId', 'UNKNOWN', 'This file is not stored; send it again.')
    .finish(undefined);
}
