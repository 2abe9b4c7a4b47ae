import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { findNotes } from '../notes.mjs';
import { findSecrets } from '../secrets.mjs';

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'tracked-'));
  execFileSync('git', ['init', '-q'], { cwd: root });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function plant(file: string, text: string): void {
  writeFileSync(path.join(root, file), text);
}

// Written in two halves, so that the scan of this repository does not stop at its own test.
const key = ['-----BEGIN RSA PRIVATE', 'KEY-----\nMIIE'].join(' ');
const secrets: [what: string, text: string][] = [
  ['a private key', key],
  ['the private part of a JSON Web Key', `{"kty":"EC","${'d'}":"${'Ab3_'.repeat(11)}"}`],
  ['a cloud access key', `id = ${'AK'}IA${'ABCD'.repeat(4)}`],
  ['a code host token', `${'gh'}p_${'a1B2'.repeat(9)}`],
  ['a package registry token', `${'np'}m_${'a1B2'.repeat(9)}`],
  ['a chat token', `${'xo'}xb-${'12345-'.repeat(5)}`],
  ['a signed token', `${'ey'}J${'a'.repeat(20)}.${'ey'}J${'b'.repeat(20)}.${'c'.repeat(30)}`],
  ['a password inside an address', `postgres://guildhall:${'correct-horse'}@db.example.org/membership`],
];

describe('secrets', () => {
  test.each(secrets)('%s is found', (message, text) => {
    plant('settings.ts', `\n${text}\n`);
    expect(findSecrets(root)).toEqual([{ file: 'settings.ts', line: 2, message }]);
  });

  test.each(['.env', 'server.pem', 'id_ed25519'])('a file named %s is found', (file) => {
    plant(file, 'x');
    expect(findSecrets(root)).toHaveLength(1);
  });

  test('what git ignores, and an address of the own machine, are no finding', () => {
    plant('.gitignore', '.env\n');
    plant('.env', 'x');
    plant('settings.ts', `postgres://guildhall:${'correct-horse'}@127.0.0.1/membership`);
    expect(findSecrets(root)).toEqual([]);
  });
});

describe('notes and switched-off checks', () => {
  test.each([
    `// ${'FIX'}ME later`,
    `// ${'TO'}DO later`,
    `// ${'eslint'}-disable-next-line`,
    `/* ${'oxlint'}-disable */`,
    `// ${'@ts'}-ignore`,
  ])('%s is found', (text) => {
    plant('book.ts', text);
    expect(findNotes(root)).toHaveLength(1);
  });

  test('a plan with its issue is no finding', () => {
    plant('book.ts', `// ${'TO'}DO(#12): lend to guests`);
    expect(findNotes(root)).toEqual([]);
  });
});
