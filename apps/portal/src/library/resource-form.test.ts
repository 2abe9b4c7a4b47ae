import { describe, expect, it } from '@jest/globals';
import { chosenFile, emptyResource, fileValues, readResource, resourceField } from './resource-form.js';

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

  it('sends a file only where the kind may have one, and keeps it in the form meanwhile', () => {
    const file = { id: 'f', name: 'plan.csv', contentType: 'text/csv', size: 12 };
    const values = { ...written, ...fileValues(file) };
    expect(readResource({ ...values, kind: 'FILE' })).toMatchObject({ fileId: 'f', address: null });
    expect(readResource({ ...values, kind: 'VIDEO' })).toMatchObject({ fileId: null });
    expect(readResource(written)).toMatchObject({ fileId: null });
    expect(chosenFile(values)).toEqual(file);
    expect(chosenFile({ ...values, ...fileValues(undefined) })).toBeUndefined();
  });

  it('sends nothing while a choice is missing', () => {
    for (const name of ['kind', 'language', 'licence'])
      expect(readResource({ ...written, [name]: '' })).toBeUndefined();
  });

  it('has one field for a list', () => {
    expect(['tags.3', 'courseIds.0', 'title'].map(resourceField)).toEqual(['tags', 'courseIds', 'title']);
  });
});
