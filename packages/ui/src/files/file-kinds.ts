/** What a file is in a word that everybody knows; each has its word below `files.kinds`. */
export type FileKind = 'pdf' | 'document' | 'slides' | 'spreadsheet' | 'picture' | 'audio' | 'table' | 'text' | 'other';

/** What a media type says, where its beginning alone does not say it. */
const kindsByType: Readonly<Record<string, FileKind>> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'document',
  'application/vnd.oasis.opendocument.text': 'document',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'slides',
  'application/vnd.oasis.opendocument.presentation': 'slides',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'spreadsheet',
  'application/vnd.oasis.opendocument.spreadsheet': 'spreadsheet',
  'text/csv': 'table',
};

const kindsByFamily: Readonly<Record<string, FileKind>> = { image: 'picture', audio: 'audio', text: 'text' };

/** The kind of a file by its media type. */
export function fileKind(contentType: string): FileKind {
  return kindsByType[contentType] ?? kindsByFamily[contentType.split('/')[0] ?? ''] ?? 'other';
}

/** The kinds that a list of media types takes, each once and in their order. */
export function fileKinds(contentTypes: readonly string[]): readonly FileKind[] {
  return [...new Set(contentTypes.map(fileKind))];
}
