import type { Erasure } from '../erasure.js';

/** The job that carries an erasure out at its instant. */
export function erasureJob({ id, dueAt }: Erasure) {
  return ['erase-member', { erasureId: id }, { runAt: dueAt, key: `erase-member:${id}` }] as const;
}
