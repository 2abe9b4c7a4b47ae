import { err, memberOf, notAllowed, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { beginVersion } from '../../resource-version/resource-version.js';
import type { ResourceContent } from '../content.js';
import { draftResource as draft } from '../resource.js';
import { resourcePolicy } from '../resource.policy.js';
import { checkCourses } from './check-courses.js';
import { checkFile } from './check-file.js';

/** Writes a new resource that only its author sees. */
export function draftResource({ transaction, clock, ids }: Deps, actor: Actor, content: ResourceContent) {
  return transaction(async ({ resources, resourceVersions, resourceFiles }) => {
    const authorId = memberOf(actor);
    if (authorId === undefined || !resourcePolicy.canDraft(actor)) return err(notAllowed('DRAFT', 'Resource'));
    const drafted = draft(content, ids.ordered(), authorId);
    if (!drafted.ok) return drafted;
    const courses = checkCourses(actor, drafted.value, []);
    if (!courses.ok) return courses;
    const file = await checkFile(resourceFiles, { ...drafted.value, named: undefined });
    if (!file.ok) return file;
    const resource = await resources.add(drafted.value);
    await resourceVersions.add(beginVersion(resource, { id: ids.ordered(), number: 1, now: clock.now() }));
    return ok(resource);
  });
}
