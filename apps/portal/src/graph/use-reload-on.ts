import { useEffect, useRef } from 'react';
import type { GraphQuery } from '@guildhall/ui';

/** Asks a query again whenever the count of changes made elsewhere on the page goes up; what is open or typed below it stays. */
export function useReloadOn(changes: number, { reload }: Pick<GraphQuery<unknown>, 'reload'>): void {
  const seen = useRef(changes);
  useEffect(() => {
    if (seen.current === changes) return;
    seen.current = changes;
    reload();
    // Only a further change asks again; `reload` is another function each time.
  }, [changes]);
}
