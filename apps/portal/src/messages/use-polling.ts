import { useEffect, useRef } from 'react';

/**
 * Asks again every so often while somebody looks at the page, and at once when they come back to it. A hidden tab asks
 * for nothing.
 */
export function usePolling(reload: () => void, everyMs: number): void {
  const latest = useRef(reload);
  latest.current = reload;
  useEffect(() => {
    const ask = (): void => {
      if (document.visibilityState === 'visible' && navigator.onLine) latest.current();
    };
    const timer = setInterval(ask, everyMs);
    document.addEventListener('visibilitychange', ask);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', ask);
    };
  }, [everyMs]);
}
