/** Variables of an operator about files, which the service with the door reads itself: its own, the bucket and the scanner. */
const fileVariableNames = (prefix: string): readonly string[] => [
  ...['URL', 'DIR', 'MAX_BYTES', 'ORIGINS'].map((name) => `${prefix}_${name}`),
  'GUILDHALL_S3_BUCKET',
  'GUILDHALL_S3_ENDPOINT',
  'GUILDHALL_S3_REGION',
  'GUILDHALL_S3_ACCESS_KEY',
  'GUILDHALL_S3_SECRET_KEY',
  'GUILDHALL_CLAMAV',
  'GUILDHALL_SCAN_COMMAND',
];

/** Variables about attachments, and how many anonymous cases come in to advocacy an hour. */
export const intakeVariableNames: readonly string[] = [
  ...fileVariableNames('GUILDHALL_ATTACHMENTS'),
  'GUILDHALL_ANONYMOUS_CASES_PER_HOUR',
];

/** Variables about files of the library. */
export const libraryFileVariableNames: readonly string[] = fileVariableNames('GUILDHALL_FILES');

/** Variables of the engine that holds the master key, which advocacy reads itself: all three or none. */
export const kmsVariableNames: readonly string[] = [
  'GUILDHALL_ADVOCACY_KMS_URL',
  'GUILDHALL_ADVOCACY_KMS_KEY',
  'GUILDHALL_ADVOCACY_KMS_TOKEN',
];
