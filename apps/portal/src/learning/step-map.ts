/** A step as the map knows it: its place, and the places of those that come first. */
export type MappedStep = { readonly position: number; readonly requires: readonly number[] };

/** Where a step stands on the map: its column from the start, and its row among those of the column. */
export type MapPlace = { readonly position: number; readonly column: number; readonly row: number };

/** The map of a path: where each step stands, which lines lead to it, and how large it is. */
export type StepMapLayout = {
  readonly places: readonly MapPlace[];
  readonly lines: readonly { readonly from: MapPlace; readonly to: MapPlace }[];
  readonly columns: number;
  readonly rows: number;
};

/** Lays steps out from left to right: a step stands one column after the last of those it requires. */
export function layOutSteps(steps: readonly MappedStep[]): StepMapLayout {
  const places = new Map<number, MapPlace>();
  const rowsOf = new Map<number, number>();
  for (const { position, requires } of [...steps].sort((one, other) => one.position - other.position)) {
    const column = Math.max(0, ...requires.map((one) => (places.get(one)?.column ?? -1) + 1));
    const row = rowsOf.get(column) ?? 0;
    rowsOf.set(column, row + 1);
    places.set(position, { position, column, row });
  }
  const lines = steps.flatMap(({ position, requires }) => {
    const to = places.get(position);
    return requires.flatMap((one) => {
      const from = places.get(one);
      return from === undefined || to === undefined ? [] : [{ from, to }];
    });
  });
  const all = [...places.values()];
  return {
    places: all,
    lines,
    columns: Math.max(0, ...all.map(({ column }) => column + 1)),
    rows: Math.max(0, ...rowsOf.values()),
  };
}
