import { useEffect, useEffectEvent } from 'react';

/** Calls back a second after the instant, when what was shown may be shown no more; does nothing without one. */
export function useReloadAt(instant: string | undefined, onReload: () => void): void {
  const reload = useEffectEvent(onReload);
  useEffect(() => {
    if (instant === undefined) return undefined;
    const timer = setTimeout(() => reload(), Math.max(0, Date.parse(instant) - Date.now()) + 1000);
    return () => clearTimeout(timer);
  }, [instant]);
}
