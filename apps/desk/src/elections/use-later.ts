import { useEffect, useState } from 'react';

/** A value as it was when it last stood still for a moment, so that not every letter typed is asked for. */
export function useLater<Value>(value: Value, delayMs = 300): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), delayMs);
    return () => clearTimeout(timer);
  }, [value, delayMs]);
  return settled;
}
