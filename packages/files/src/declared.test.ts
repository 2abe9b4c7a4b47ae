import { describe, expect, it } from '@jest/globals';
import { checkDeclared, documentKinds, type DeclaredFile } from './declared.js';

const check = (told: DeclaredFile) =>
  checkDeclared(told, { bytesMax: 10, contentTypes: documentKinds, advice: 'Send a document.' });

describe('what is declared of a file', () => {
  const file = { name: 'letter.pdf', contentType: 'application/pdf', size: 10 };

  it('is a name without a path, a known kind and a size within the limit', () => {
    expect(
      check({ ...file, name: 'C:\\Users\\ada\\letter\u0000.pdf', contentType: 'Application/PDF; a=b' }),
    ).toMatchObject({ value: file });
    for (const [changes, path] of [
      [{ name: ' / ' }, 'name'],
      [{ name: 'x'.repeat(201) }, 'name'],
      [{ contentType: 'text/html' }, 'contentType'],
      [{ contentType: 'image/svg+xml' }, 'contentType'],
      [{ size: 0 }, 'size'],
      [{ size: 11 }, 'size'],
      [{ size: 1.5 }, 'size'],
    ] as const)
      expect(check({ ...file, ...changes })).toMatchObject({ error: { fields: [{ path }] } });
  });
});
