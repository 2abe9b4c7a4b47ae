import { useSyncExternalStore } from 'react';

const query = '(max-width: 48rem)';

function listen(onChange: () => void): () => void {
  const list = window.matchMedia(query);
  list.addEventListener('change', onChange);
  return () => list.removeEventListener('change', onChange);
}

/** Whether the screen is as narrow as that of a phone, where a picture goes downwards. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(listen, () => window.matchMedia(query).matches);
}
