import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { membership } from '@guildhall/membership';
import { createTestDatabase, type TestDatabase } from '@guildhall/testing';
import { runAdmin } from './admin-command.js';
import { endOfCampusDay } from './end-of-campus-day.js';

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase(membership);
  folder = await mkdtemp(join(tmpdir(), 'guildhall-admin-'));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

async function admin(...args: readonly string[]) {
  let stdout = '';
  let stderr = '';
  const urls = Object.fromEntries(
    ['MEMBERSHIP', 'ACTIVITIES', 'ADVOCACY', 'LEARNING'].map((name) => [
      `GUILDHALL_${name}_DATABASE_URL`,
      database.url,
    ]),
  );
  const code = await runAdmin({
    args,
    environment: { GUILDHALL_DATA_DIR: folder, ...urls },
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: (text: string) => (stderr += text) },
  });
  return { code, stdout, stderr };
}

const nextYear = `${new Date().getUTCFullYear() + 1}-06-30`;

describe('npm run admin', () => {
  it('appoints the first admin, lists and ends the appointment, once each', async () => {
    expect(await admin('list')).toMatchObject({ code: 0, stdout: 'Nobody holds a staff role.\n' });
    const granted = await admin('grant', 'boss', 'admin', '--until', nextYear);
    expect(granted).toMatchObject({ code: 0, stderr: '' });
    const id = granted.stdout.slice(0, 36);
    expect(granted.stdout).toBe(`${id}  boss is ADMIN until ${nextYear}T23:00:00.000Z\n`);
    expect((await admin('list')).stdout).toContain(`${id}  ADMIN             boss`);
    expect(await admin('grant', 'boss', 'ADMIN', '--until', nextYear)).toMatchObject({
      code: 1,
      stdout: '',
      stderr: 'This person holds the role in that time already.\n',
    });
    expect(await admin('end', id)).toMatchObject({ code: 0 });
    expect(await admin('end', id)).toMatchObject({ code: 1, stdout: '' });
    expect(await admin('list')).toMatchObject({ stdout: 'Nobody holds a staff role.\n' });
  });

  it('refuses a date that is over, and an id that nothing has', async () => {
    expect(await admin('grant', 'boss', 'analyst', '--until', '2020-01-01')).toMatchObject({ code: 1, stdout: '' });
    expect(await admin('end', 'no-id')).toMatchObject({
      code: 1,
      stderr: 'This Appointment does not exist, or you may not see it.\n',
    });
  });

  it.each([
    [[]],
    [['grant', 'boss', 'admin']],
    [['grant', 'boss', 'king', '--until', nextYear]],
    [['grant', 'boss', 'admin', '--until', '30.06.2027']],
    [['list', 'all']],
    [['--force']],
  ])('explains itself when it is called as %j', async (args) => {
    const { code, stdout, stderr } = await admin(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Usage: npm run admin -- grant SUBJECT ROLE --until YYYY-MM-DD');
  });
});

describe('the end of a campus day', () => {
  it.each([
    ['2027-01-10', 'Europe/London', '2027-01-11T00:00:00.000Z'],
    ['2027-06-30', 'Europe/London', '2027-06-30T23:00:00.000Z'],
    ['2027-03-28', 'Europe/London', '2027-03-28T23:00:00.000Z'],
    ['2027-10-31', 'Europe/London', '2027-11-01T00:00:00.000Z'],
    ['2027-06-30', 'Pacific/Auckland', '2027-06-30T12:00:00.000Z'],
    ['2027-06-30', 'America/New_York', '2027-07-01T04:00:00.000Z'],
  ])('of %s in %s is %s', (day, zone, instant) => {
    expect(endOfCampusDay(day, zone)?.toISOString()).toBe(instant);
  });

  it.each(['2027-02-30', '2027-6-1', 'tomorrow', ''])('is nothing for "%s"', (day) => {
    expect(endOfCampusDay(day, 'Europe/London')).toBeUndefined();
  });
});
