import { describe, expect, it } from '@jest/globals';
import { acceptOf, declareFile } from './declare-file.js';
import { fileKind, fileKinds } from './file-kinds.js';
import { sizeOf } from './size-of.js';

const slides = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
const limits = { bytesMax: 1000, contentTypes: ['application/pdf', 'text/csv', 'image/png', slides] };

describe('declaring a chosen file', () => {
  it('tells its name, its media type without more, and its size', () => {
    expect(declareFile({ name: 'week 1.pdf', type: 'application/pdf; version=1', size: 1000 }, limits)).toEqual({
      name: 'week 1.pdf',
      contentType: 'application/pdf',
      size: 1000,
    });
  });

  it('goes by the ending where the system says nothing, or something that is not taken', () => {
    for (const type of ['', 'application/vnd.ms-excel'])
      expect(declareFile({ name: 'Marks.CSV', type, size: 9 }, limits)).toMatchObject({ contentType: 'text/csv' });
  });

  it('refuses what is too large, of another kind, or empty', () => {
    expect(declareFile({ name: 'a.pdf', type: 'application/pdf', size: 1001 }, limits)).toBe('tooLarge');
    expect(declareFile({ name: 'a.exe', type: 'application/x-msdownload', size: 9 }, limits)).toBe('kind');
    expect(declareFile({ name: 'pptx', type: '', size: 9 }, { ...limits, contentTypes: [] })).toBe('kind');
    expect(declareFile({ name: 'a.pdf', type: 'application/pdf', size: 0 }, limits)).toBe('empty');
  });

  it('lets the chooser offer no ending that is not taken', () => {
    expect(acceptOf(['application/pdf', 'text/csv'])).toBe('application/pdf,text/csv,.csv');
  });
});

describe('the words for a file', () => {
  it('name each kind once, in the order in which kinds are taken', () => {
    expect(fileKinds([...limits.contentTypes, 'image/webp', 'audio/mpeg'])).toEqual([
      'pdf',
      'table',
      'picture',
      'slides',
      'audio',
    ]);
    expect(fileKind('application/x-unheard-of')).toBe('other');
    expect(fileKind('text/plain')).toBe('text');
  });

  it('say a size in the reader’s language', () => {
    expect(sizeOf(999, 'en')).toBe('999 byte');
    expect(sizeOf(1536, 'en')).toBe('1.5 kB');
    expect(sizeOf(20_000_000, 'zh-CN')).toBe('20 MB');
  });
});
