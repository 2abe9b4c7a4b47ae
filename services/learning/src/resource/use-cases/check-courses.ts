import { FieldChecks, type Actor, type Result, type ValidationError } from '@guildhall/kernel';
import type { CourseId, ResourceContent } from '../content.js';
import { ownCourses } from '../resource.policy.js';

/** An author names courses they study in or speak for; what the resource names already stays, though they moved on. */
export function checkCourses(
  actor: Actor,
  { courseIds }: Pick<ResourceContent, 'courseIds'>,
  named: readonly CourseId[],
): Result<undefined, ValidationError> {
  const known = new Set([...ownCourses(actor), ...named]);
  const message = 'Name courses that you study in or represent.';
  return courseIds
    .reduce(
      (checks, id, index) => checks.that(known.has(id), `courseIds.${index}`, 'UNKNOWN', message),
      new FieldChecks(),
    )
    .finish(undefined);
}
