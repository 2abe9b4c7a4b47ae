import type { Option, Translate } from '@guildhall/ui';
import type { LibraryFacets } from './list-documents.js';
import { resourceKinds } from './kinds.js';

/** The kinds of resources, with how many there are of each where that is known. */
export function kindOptions(t: Translate, counts: LibraryFacets['kinds'] | undefined): readonly Option[] {
  const byKind = new Map(counts?.map(({ kind, count }) => [kind, count]));
  return resourceKinds.map((kind) => {
    const count = byKind.get(kind);
    const label = t(`resourceKind.${kind}`);
    return { value: kind, label: count === undefined ? label : `${label} (${count})` };
  });
}
