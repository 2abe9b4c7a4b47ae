/** One file of a copy. */
export type CopyFile = { readonly name: string; readonly text: string };

/** Puts files into one ZIP, in this browser. What does it is loaded when somebody asks for it. */
export async function zipFiles(files: readonly CopyFile[]): Promise<Blob> {
  const { strToU8, zipSync } = await import('fflate');
  const zipped = zipSync(Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)])));
  return new Blob([Uint8Array.from(zipped)], { type: 'application/zip' });
}
