import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { checkVersionNote } from '../../resource-version/resource-version.js';
import { checkContent, type ResourceContent } from '../content.js';
import { resourceLifecycle, wasPublished, type ResourceId } from '../resource.js';
import { resourcePolicy } from '../resource.policy.js';
import { checkCourses } from './check-courses.js';
import { checkFile } from './check-file.js';

/** Which version in work to change, what it is to say, and what its author says is new in it. */
export type EditResource = {
  readonly resourceId: ResourceId;
  readonly content: ResourceContent;
  readonly changeNote: string | undefined;
};

/** Replaces what the author wrote in the version in work; what is published stays as it is. */
export function editResource({ transaction, clock }: Deps, actor: Actor, { resourceId, ...written }: EditResource) {
  return transaction(async ({ resources, resourceVersions, resourceFiles }) => {
    const resource = await resources.findVisibleLocked(actor, resourceId);
    if (resource === null) return err(notFound('Resource'));
    if (!resourcePolicy.can(actor, 'EDIT', resource)) return err(notAllowed('EDIT', 'Resource'));
    const status = resourceLifecycle.next('EDIT', resource, clock.now(), resource.status);
    if (!status.ok) return status;
    const content = checkContent(written.content);
    if (!content.ok) return content;
    const changeNote = checkVersionNote('changeNote', written.changeNote);
    if (!changeNote.ok) return changeNote;
    const version = await resourceVersions.getInWork(actor, resourceId);
    const courses = checkCourses(actor, content.value, version.courseIds);
    if (!courses.ok) return courses;
    const { fileId } = content.value;
    const file = await checkFile(resourceFiles, { fileId, authorId: version.authorId, named: version.fileId });
    if (!file.ok) return file;
    await resourceVersions.save({ ...version, ...content.value, changeNote: changeNote.value });
    return ok(wasPublished(resource) ? resource : await resources.save({ ...resource, ...content.value }));
  });
}
