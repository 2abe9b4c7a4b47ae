import { describe, expect, it } from '@jest/globals';
import { doorUrlsFor, fileDoorUrl, fileDoorVariables } from './file-doors.js';
import { readSettings, type Environment } from './settings.js';

const settingsOf = (environment: Environment) =>
  readSettings({ GUILDHALL_DATA_DIR: '/var/guildhall', GUILDHALL_PORT: '4000', ...environment }, []);
const key = Buffer.alloc(32, 1).toString('base64');
const production = {
  GUILDHALL_ENV: 'production',
  GUILDHALL_ISSUER: 'https://id.test',
  GUILDHALL_JWKS_URL: 'https://id.test/jwks',
  GUILDHALL_CORS_ORIGINS: 'https://portal.test',
  GUILDHALL_PORTAL_URL: 'https://portal.test',
  GUILDHALL_ADVOCACY_MASTER_KEY: key,
  GUILDHALL_ADVOCACY_PSEUDONYM_KEY: key,
  GUILDHALL_SMTP_URL: 'smtp://mail.test',
  GUILDHALL_MAIL_FROM: 'Union <union@union.test>',
};

describe('the doors for files', () => {
  it('stand beside the other ports on this machine, each with a folder and for the pages that use it', () => {
    const settings = settingsOf({});
    expect(fileDoorVariables('files', settings)).toEqual({
      GUILDHALL_FILES_DIR: '/var/guildhall/files',
      GUILDHALL_FILES_ORIGINS: expect.stringContaining(':4002'),
      GUILDHALL_FILES_PORT: '4009',
      GUILDHALL_FILES_URL: 'http://127.0.0.1:4009',
    });
    expect(fileDoorVariables('attachments', settings)).toMatchObject({ GUILDHALL_ATTACHMENTS_PORT: '4008' });
    expect(doorUrlsFor('portal', settings)).toEqual(['http://127.0.0.1:4008', 'http://127.0.0.1:4009']);
    expect(doorUrlsFor('desk', settings)).toEqual(['http://127.0.0.1:4008']);
    expect(doorUrlsFor('insights', settings)).toEqual([]);
  });

  it('stay closed in production until browsers have an address to reach them at', () => {
    expect(fileDoorUrl('files', settingsOf(production))).toBeUndefined();
    expect(fileDoorVariables('files', settingsOf(production))).toEqual({});
    const open = settingsOf({ ...production, GUILDHALL_FILES_URL: 'https://files.test' });
    expect(fileDoorVariables('files', open)).toMatchObject({
      GUILDHALL_FILES_PORT: '4009',
      GUILDHALL_FILES_ORIGINS: 'https://portal.test',
    });
    expect(fileDoorUrl('attachments', open)).toBeUndefined();
  });

  it('share the bucket and the scanner, and nothing else', () => {
    const settings = settingsOf({
      GUILDHALL_S3_BUCKET: 'union',
      GUILDHALL_CLAMAV: '127.0.0.1:3310',
      GUILDHALL_FILES_MAX_BYTES: '5',
      GUILDHALL_ATTACHMENTS_MAX_BYTES: '6',
      GUILDHALL_ANONYMOUS_CASES_PER_HOUR: '1',
    });
    const shared = { GUILDHALL_S3_BUCKET: 'union', GUILDHALL_CLAMAV: '127.0.0.1:3310' };
    const forFiles = fileDoorVariables('files', settings);
    expect(forFiles).toMatchObject({ ...shared, GUILDHALL_FILES_MAX_BYTES: '5' });
    expect(Object.keys(forFiles).filter((name) => /ATTACHMENTS|ANONYMOUS/.test(name))).toEqual([]);
    expect(fileDoorVariables('attachments', settings)).toMatchObject({
      ...shared,
      GUILDHALL_ATTACHMENTS_MAX_BYTES: '6',
      GUILDHALL_ANONYMOUS_CASES_PER_HOUR: '1',
    });
  });
});
