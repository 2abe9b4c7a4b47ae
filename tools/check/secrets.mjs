// Keys and tokens that must never be committed. Few patterns with no false alarms, so that an alarm is always looked at.
import path from 'node:path';
import { findPatterns, reportFindings, trackedFiles } from './tracked-files.mjs';

const secretPatterns = [
  { pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----\s*\S/g, message: 'a private key' },
  { pattern: /"d":\s*"[A-Za-z0-9_-]{40,}"/g, message: 'the private part of a JSON Web Key' },
  { pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g, message: 'a cloud access key' },
  { pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{60,}|glpat-[\w-]{20,})\b/g, message: 'a code host token' },
  { pattern: /\bnpm_[A-Za-z0-9]{36}\b/g, message: 'a package registry token' },
  { pattern: /\bxox[abprs]-[A-Za-z0-9-]{20,}/g, message: 'a chat token' },
  { pattern: /\beyJ[\w-]{15,}\.eyJ[\w-]{15,}\.[\w-]{20,}/g, message: 'a signed token' },
  {
    pattern:
      /\b(?:postgres|postgresql|redis|amqp|smtps?):\/\/[^\s:@/'"`$]+:(?!password@)[^\s@/'"`${]{8,}@(?!localhost|127\.0\.0\.1)/g,
    message: 'a password inside an address',
  },
];

const secretFile = /(?:^|\/)(?:\.env(?:\.(?!example)\w+)?|id_(?:rsa|ed25519|ecdsa)|.*\.(?:pem|key|p12|pfx|jks))$/;

/** Every committed or committable secret below `root`. */
export function findSecrets(root) {
  const files = trackedFiles(root);
  const byName = files
    .filter(({ file }) => secretFile.test(file))
    .map(({ file }) => ({ file, line: 1, message: 'a file of secrets by its name' }));
  return [...byName, ...findPatterns(files, secretPatterns)];
}

if (import.meta.main) reportFindings(findSecrets(path.resolve('.')));
