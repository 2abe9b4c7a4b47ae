import { describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { zipFiles } from './zip-files.js';

describe('a ZIP of a copy', () => {
  it('holds every file with its words, in any script', async () => {
    const files = [
      { name: 'membership/page-1.json', text: '{"name":"阿达"}' },
      { name: 'membership/page-1.html', text: '<p>é</p>' },
    ];
    const blob = await zipFiles(files);
    const read = unzipSync(new Uint8Array(await blob.arrayBuffer()));
    expect(Object.entries(read).map(([name, bytes]) => ({ name, text: strFromU8(bytes) }))).toEqual(files);
  });
});
