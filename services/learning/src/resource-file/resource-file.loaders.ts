import DataLoader from 'dataloader';
import type { Repositories } from '../deps.js';
import type { ResourceFile, ResourceFileId } from './resource-file.js';

/** Files by id, of resources and versions that the viewer was shown. */
export function createResourceFileLoader(
  files: Repositories['resourceFiles'],
): DataLoader<ResourceFileId, ResourceFile | undefined> {
  return new DataLoader(async (ids) => {
    const byId = new Map((await files.listShown(ids)).map((file) => [file.id, file]));
    return ids.map((id) => byId.get(id));
  });
}
