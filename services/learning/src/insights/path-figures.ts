/*
 * How many people learn with each path.
 * Life: counted when asked for. Owner: learning.
 */
import { suppress, type Figure } from '@guildhall/disclosure';
import type { LearningPath } from '../path/path.js';

/** A path with its figures, already safe to show. */
export type PathFigures = { readonly path: LearningPath; readonly enrolled: Figure; readonly completed: Figure };

/** Members of one path as counted, before anybody may see it. */
export type PathCount = { readonly path: LearningPath; readonly enrolled: number; readonly completed: number };

/**
 * Suppresses both figures of each path. Whoever sees both can subtract, so the completed ones are shown only when those who
 * did not complete are enough people as well.
 */
export function toFigures(counts: readonly PathCount[], threshold: number): readonly PathFigures[] {
  const enrolled = suppress(
    counts.map((count) => ({ value: count.enrolled, people: count.enrolled })),
    threshold,
  );
  const completed = suppress(
    counts.map((count) => ({
      value: count.completed,
      people: Math.min(count.completed, count.enrolled - count.completed),
    })),
    threshold,
  );
  return counts.flatMap(({ path }, index) => {
    const [one, other] = [enrolled[index], completed[index]];
    return one === undefined || other === undefined ? [] : [{ path, enrolled: one, completed: other }];
  });
}
