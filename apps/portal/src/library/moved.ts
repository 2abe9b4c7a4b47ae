/** The list with one entry moved by so many places; unchanged where it would leave the list. */
export function moved<Entry>(entries: readonly Entry[], from: number, by: number): readonly Entry[] {
  const to = from + by;
  if (from < 0 || from >= entries.length || to < 0 || to >= entries.length) return entries;
  const rest = entries.toSpliced(from, 1);
  return [...rest.slice(0, to), ...entries.slice(from, from + 1), ...rest.slice(to)];
}
