import { describe, expect, it } from '@jest/globals';
import { readFileSettings } from './file-settings.js';

const bucket = { GUILDHALL_S3_BUCKET: 'union', GUILDHALL_S3_ACCESS_KEY: 'a', GUILDHALL_S3_SECRET_KEY: 'b' };

describe('the settings of files', () => {
  it('are those of one service, with the bucket and the scanner that all share', () => {
    const environment = {
      ...bucket,
      GUILDHALL_ATTACHMENTS_PORT: '4008',
      GUILDHALL_FILES_PORT: '4009',
      GUILDHALL_FILES_ORIGINS: 'https://a.test, https://b.test',
      GUILDHALL_FILES_MAX_BYTES: '',
      GUILDHALL_CLAMAV: '127.0.0.1:3310',
    };
    expect(readFileSettings(environment, 'FILES')).toMatchObject({
      port: 4009,
      origins: ['https://a.test', 'https://b.test'],
      bytesMax: 20_000_000,
      store: { kind: 's3', folder: 'files' },
      scanner: { kind: 'clamav', port: 3310 },
    });
    expect(readFileSettings(environment, 'ATTACHMENTS')).toMatchObject({
      port: 4008,
      store: { folder: 'attachments' },
    });
  });

  it('are none where no port is set', () => {
    expect(readFileSettings({ GUILDHALL_ATTACHMENTS_PORT: '4008' }, 'FILES')).toBeUndefined();
  });

  it.each([
    ['GUILDHALL_FILES_DIR', { GUILDHALL_FILES_PORT: '1' }],
    ['GUILDHALL_S3_SECRET_KEY', { ...bucket, GUILDHALL_FILES_PORT: '1', GUILDHALL_S3_SECRET_KEY: '' }],
    ['GUILDHALL_FILES_PORT', { GUILDHALL_FILES_PORT: 'many' }],
    ['GUILDHALL_CLAMAV', { GUILDHALL_CLAMAV: 'here' }],
  ])('name %s when it is missing or wrong', (name, environment) => {
    expect(() => readFileSettings(environment, 'FILES')).toThrow(name);
  });
});
