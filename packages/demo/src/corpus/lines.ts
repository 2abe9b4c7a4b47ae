/** Reads a corpus written one entry a line; blank lines and the indentation do not count. */
export function lines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Reads a corpus of entries with several parts, parted by a bar; a missing part is empty text. */
export function rows(text: string): readonly (readonly string[])[] {
  return lines(text).map((line) => line.split('|').map((part) => part.trim()));
}

/** Reads words parted by commas. */
export function words(text: string): readonly string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
