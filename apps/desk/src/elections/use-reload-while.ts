import { useEffect } from 'react';

const everyMs = 4000;

/** Asks again every few seconds as long as something is on its way that this page did not start. */
export function useReloadWhile(isWaiting: boolean, reload: () => void): void {
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setInterval(reload, everyMs);
    return () => clearInterval(timer);
    // The function is another one at every drawing, and each of them asks the same.
  }, [isWaiting]);
}
