/** What may be sent. */
export type FileLimits = { readonly bytesMax: number; readonly contentTypes: readonly string[] };

/** What is declared of a file before it is sent. */
export type DeclaredFile = { readonly name: string; readonly contentType: string; readonly size: number };

/** Why a file is refused before a byte of it leaves. */
export type Unfit = 'tooLarge' | 'kind' | 'empty';

/** As much of a file of the browser as is needed to declare it. */
type ChosenFile = { readonly name: string; readonly type: string; readonly size: number };

/**
 * The endings of names whose media type systems leave out or give another: a spreadsheet program that is installed makes a table of
 * its own kind out of `.csv`.
 */
const typesByEnding: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  txt: 'text/plain',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odp: 'application/vnd.oasis.opendocument.presentation',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  heic: 'image/heic',
  ogg: 'audio/ogg',
};

/** What is declared of a chosen file, or why it cannot be taken. */
export function declareFile(
  { name, type, size }: ChosenFile,
  { bytesMax, contentTypes }: FileLimits,
): DeclaredFile | Unfit {
  const told = type.split(';')[0] ?? '';
  const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
  const contentType = [told, typesByEnding[ending]].find((each) => each !== undefined && contentTypes.includes(each));
  if (size > bytesMax) return 'tooLarge';
  if (contentType === undefined) return 'kind';
  return size === 0 ? 'empty' : { name, contentType, size };
}

/** What the browser's own chooser offers: the media types, and the endings that systems know better than these. */
export function acceptOf(contentTypes: readonly string[]): string {
  const endings = Object.entries(typesByEnding).filter(([, type]) => contentTypes.includes(type));
  return [...contentTypes, ...endings.map(([ending]) => `.${ending}`)].join(',');
}
