import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { OperationPolicy } from './persisted-operations.js';
import { readTrustedOperations } from './trusted-operations.js';

/** What an operator says of operations: whether any runs, and files with more trusted ones. */
export type OperationSettings = {
  readonly accept: OperationPolicy['accept'] | undefined;
  readonly files: readonly string[];
};

/** The operations of the web apps and of the client package's examples, written by `node tools/write-trusted-operations.mjs`. */
const ownList = fileURLToPath(new URL('../../trusted-operations.json', import.meta.url));

/**
 * Reads the trusted list. Unless the operator says otherwise, production runs nothing else. Throws one sentence when a file cannot be read.
 */
export function readOperationPolicy(
  { accept, files }: OperationSettings,
  environment: 'development' | 'production',
): OperationPolicy {
  return {
    accept: accept ?? (environment === 'production' ? 'trusted' : 'any'),
    trusted: readTrustedOperations([ownList, ...files].map(readManifest)),
  };
}

function readManifest(file: string): string {
  try {
    const text = readFileSync(file, 'utf8');
    readTrustedOperations([text]);
    return text;
  } catch (error) {
    throw new Error(`${file} is not a list of trusted operations that can be read.`, { cause: error });
  }
}
