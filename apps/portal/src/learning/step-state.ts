/** How a step looks: done, one to work on, or one that comes later. */
export function stepState(status: string): 'done' | 'now' | 'next' {
  if (status === 'PASSED') return 'done';
  return status === 'LOCKED' ? 'next' : 'now';
}
