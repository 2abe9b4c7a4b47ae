/** A field as it stands under a response name. */
export type NamedField = {
  readonly parentType: string;
  readonly isObjectParent: boolean;
  /** The field with its arguments, as text. */
  readonly call: string;
  readonly type: string;
};

/** Where in the answer the field's parent object stands, and the name it has there. */
export type NamedPlace = { readonly path: readonly string[]; readonly name: string };

type Use = NamedPlace & { readonly field: NamedField };

/**
 * Which response names are taken where, so that fields which would be merged are the same field. It is a little stricter than the
 * specification: two uses may differ only under two different object types, and then with the same type.
 */
export class ResponseNames {
  readonly #uses = new Map<string, NamedField[]>();
  readonly #recordings = new Set<Use[]>();

  /** Whether the name is free there, or stands for a field that may share it. */
  isFree(place: NamedPlace, field: NamedField): boolean {
    return (this.#uses.get(keyOf(place)) ?? []).every((other) => canShare(field, other));
  }

  /** Takes a name, and writes it into every recording under way. */
  take(place: NamedPlace, field: NamedField): void {
    const key = keyOf(place);
    this.#uses.set(key, [...(this.#uses.get(key) ?? []), field]);
    for (const recording of this.#recordings) recording.push({ ...place, field });
  }

  /** Records every name taken while `work` runs, to repeat them where a fragment is used again. */
  record<T>(work: () => T): { readonly result: T; readonly uses: readonly Use[] } {
    const uses: Use[] = [];
    this.#recordings.add(uses);
    const result = work();
    this.#recordings.delete(uses);
    return { result, uses };
  }

  /** Takes recorded names again, moved from one path to another; false, and nothing taken, when one of them is not free. */
  repeat(uses: readonly Use[], from: readonly string[], to: readonly string[]): boolean {
    const moved = uses.map((use) => ({ ...use, path: [...to, ...use.path.slice(from.length)] }));
    if (!moved.every((use) => this.isFree(use, use.field))) return false;
    for (const use of moved) this.take(use, use.field);
    return true;
  }
}

function keyOf({ path, name }: NamedPlace): string {
  return [...path, name].join('.');
}

function canShare(field: NamedField, other: NamedField): boolean {
  if (field.call === other.call && field.type === other.type) return true;
  const areApart = field.isObjectParent && other.isObjectParent && field.parentType !== other.parentType;
  return areApart && field.type === other.type;
}
