/** Where files lie and who scans them, for every service that takes some. */
const sharedFileVariableNames: readonly string[] = [
  'GUILDHALL_S3_BUCKET',
  'GUILDHALL_S3_ENDPOINT',
  'GUILDHALL_S3_REGION',
  'GUILDHALL_S3_ACCESS_KEY',
  'GUILDHALL_S3_SECRET_KEY',
  'GUILDHALL_CLAMAV',
  'GUILDHALL_SCAN_COMMAND',
];

/** Variables of an operator about what comes in to advocacy, which reads them itself: attachments, their scanner, anonymous cases. */
export const intakeVariableNames: readonly string[] = [
  'GUILDHALL_ATTACHMENTS_URL',
  'GUILDHALL_ATTACHMENTS_DIR',
  'GUILDHALL_ATTACHMENTS_MAX_BYTES',
  'GUILDHALL_ATTACHMENTS_ORIGINS',
  'GUILDHALL_ANONYMOUS_CASES_PER_HOUR',
  ...sharedFileVariableNames,
];

/** Variables about files of the library, which learning reads itself. */
export const libraryFileVariableNames: readonly string[] = [
  'GUILDHALL_FILES_URL',
  'GUILDHALL_FILES_DIR',
  'GUILDHALL_FILES_MAX_BYTES',
  'GUILDHALL_FILES_ORIGINS',
  ...sharedFileVariableNames,
];

/** Variables of the engine that holds the master key, which advocacy reads itself: all three or none. */
export const kmsVariableNames: readonly string[] = [
  'GUILDHALL_ADVOCACY_KMS_URL',
  'GUILDHALL_ADVOCACY_KMS_KEY',
  'GUILDHALL_ADVOCACY_KMS_TOKEN',
];
