import { describe, expect, it } from '@jest/globals';
import { layOutSteps } from './step-map.js';

describe('the map of a path', () => {
  it('is a row for steps that follow one another', () => {
    const { places, lines, columns, rows } = layOutSteps([
      { position: 1, requires: [] },
      { position: 2, requires: [1] },
      { position: 3, requires: [2] },
    ]);
    expect(places.map(({ column, row }) => [column, row])).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
    ]);
    expect(lines.map(({ from, to }) => [from.position, to.position])).toEqual([
      [1, 2],
      [2, 3],
    ]);
    expect([columns, rows]).toEqual([3, 1]);
  });

  it('puts steps that can be done side by side below one another, and what needs both after the later one', () => {
    const { places, columns, rows } = layOutSteps([
      { position: 1, requires: [] },
      { position: 2, requires: [] },
      { position: 3, requires: [1] },
      { position: 4, requires: [2, 3] },
    ]);
    expect(places).toEqual([
      { position: 1, column: 0, row: 0 },
      { position: 2, column: 0, row: 1 },
      { position: 3, column: 1, row: 0 },
      { position: 4, column: 2, row: 0 },
    ]);
    expect([columns, rows]).toEqual([3, 2]);
  });

  it('of no steps is empty', () => {
    expect(layOutSteps([])).toEqual({ places: [], lines: [], columns: 0, rows: 0 });
  });
});
