/** How a seal looks: the angles of its petals, how wide they are, and how the whole is turned. */
export type SealShape = { readonly petals: readonly number[]; readonly inner: number; readonly turn: number };

/** The same name gives the same seal on every machine: 6 to 13 petals. */
export function sealPetals(name: string): SealShape {
  const sum = Array.from(name).reduce((known, letter) => (known * 31 + (letter.codePointAt(0) ?? 0)) % 65_521, 7);
  const count = 6 + (sum % 8);
  return {
    petals: Array.from({ length: count }, (_, index) => Math.round((index * 3600) / count) / 10),
    inner: 6 + (sum % 5),
    turn: sum % 45,
  };
}
