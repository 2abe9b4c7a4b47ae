/** A size in bytes as people say it. */
export function sizeOf(bytes: number, language: string): string {
  const [value, unit] = scaled(bytes);
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(
    value,
  );
}

function scaled(bytes: number): readonly [value: number, unit: string] {
  if (bytes < 1000) return [bytes, 'byte'];
  return bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
}
