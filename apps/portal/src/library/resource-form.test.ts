import { describe, expect, it } from '@jest/globals';
import { emptyResource, readResource, resourceField } from './resource-form.js';

const written = {
  ...emptyResource,
  kind: 'GUIDE',
  language: 'en',
  licence: 'CC0_1_0',
  tags: 'exams， notes、 ,考试',
  address: 'https://left.over.example.org/',
};

describe('the form of a resource', () => {
  it('sends tags apart and an address only where the kind has one', () => {
    expect(readResource(written)).toMatchObject({ tags: ['exams', 'notes', '考试'], address: null });
    expect(readResource({ ...written, kind: 'LINK' })).toMatchObject({ address: written.address });
  });

  it('sends nothing while a choice is missing', () => {
    for (const name of ['kind', 'language', 'licence'])
      expect(readResource({ ...written, [name]: '' })).toBeUndefined();
  });

  it('has one field for a list', () => {
    expect(['tags.3', 'courseIds.0', 'title'].map(resourceField)).toEqual(['tags', 'courseIds', 'title']);
  });
});
