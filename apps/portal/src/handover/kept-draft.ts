import type { FormValues } from '@guildhall/ui';

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * What somebody typed and did not save, kept in this tab alone: it ends with the tab, so that nobody finds it on a shared
 * machine. A browser that keeps nothing is no reason to fail.
 */
export function keptDraft(place: string, shelf: Shelf = sessionStorage) {
  const key = `guildhall.handover.${place}`;
  return {
    /** The kept values, as far as they have the form of the given ones; nothing when there are none. */
    read<Values extends FormValues>(like: Values): Values | undefined {
      const kept = attempt(() => parse(shelf.getItem(key)));
      if (kept === undefined) return undefined;
      const entries = Object.entries(like).map(([name, value]) => {
        const found: unknown = Reflect.get(kept, name);
        return [name, typeof found === typeof value ? found : value];
      });
      return Object.fromEntries(entries) as Values;
    },
    write(values: FormValues): void {
      attempt(() => shelf.setItem(key, JSON.stringify(values)));
    },
    forget(): void {
      attempt(() => shelf.removeItem(key));
    },
  };
}

function parse(text: string | null): object | undefined {
  const value: unknown = text === null ? undefined : JSON.parse(text);
  return typeof value === 'object' && value !== null ? value : undefined;
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
