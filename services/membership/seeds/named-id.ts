/** The SQL of a version 4 UUID that follows from a text: the same text, given as SQL, always makes the same id. */
export const namedId = (text: string): string =>
  `overlay(overlay(md5(${text}) placing '4' from 13) placing '8' from 17)::uuid`;
