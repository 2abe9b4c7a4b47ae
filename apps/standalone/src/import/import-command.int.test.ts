import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { membership } from '@guildhall/membership';
import { createTestDatabase, type TestDatabase } from '@guildhall/testing';
import { Client } from 'pg';
import { runImport } from './import-command.js';

let database: TestDatabase;
let client: Client;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase(membership);
  client = new Client({ connectionString: database.url });
  await client.connect();
  folder = await mkdtemp(join(tmpdir(), 'guildhall-import-'));
});
// Credits, which are never taken out otherwise, are in the way of an empty register and not in these tests.
const emptyRegister = 'alter table help_credit_movement disable trigger user; truncate member cascade;';
beforeEach(() => client.query(`${emptyRegister} truncate outbox_event cascade; truncate event_sequence`));
afterAll(async () => {
  await client.end();
  await database.drop();
  await rm(folder, { recursive: true });
});

const heading = 'username,student number,full name,faculty,programme,level,year';

/** Writes a file and imports it, as somebody at a terminal would. */
async function importFile(content: string | Uint8Array | undefined, ...options: readonly string[]) {
  const file = join(folder, 'roll.csv');
  if (content === undefined) await rm(file, { force: true });
  else await writeFile(file, content);
  let stdout = '';
  let stderr = '';
  const environment = {
    GUILDHALL_DATA_DIR: join(folder, 'data'),
    ...Object.fromEntries(
      ['MEMBERSHIP', 'ACTIVITIES', 'ADVOCACY', 'LEARNING'].map((name) => [
        `GUILDHALL_${name}_DATABASE_URL`,
        database.url,
      ]),
    ),
  };
  const code = await runImport({
    args: ['members', 'roll.csv', ...options],
    environment,
    folder,
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: (text: string) => (stderr += text) },
  });
  return { code, stdout, stderr };
}

async function members(): Promise<readonly Record<string, unknown>[]> {
  const { rows } = await client.query<Record<string, unknown>>(
    'select subject, student_number, display_name, faculty, level, year, status from member order by subject',
  );
  return rows;
}

async function events(): Promise<number> {
  const { rows } = await client.query<{ count: number }>('select count(*)::int as count from outbox_event');
  return rows[0]?.count ?? 0;
}

async function eventNames(): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>('select name from outbox_event order by name');
  return rows.map(({ name }) => name);
}

describe('npm run import -- members', () => {
  it('takes in columns in any order, with a byte order mark, Windows line ends, quotes and line breaks inside quotes', async () => {
    const text =
      '\uFEFFYear,LEVEL,Programme of Study,Faculty,Forename,Surname,Student No.,User-Name\r\n1,Undergraduate,"History, with Latin",Arts,"Zoë ""Zo""",李,0042,zoe\r\n2,PGT,BA,"Arts\r\nand Letters",Bo,Berg,43,bo\r\n';
    const { code, stdout } = await importFile(text);
    expect(stdout).toBe('2 rows read: 2 added, 0 changed, 0 unchanged, 0 refused.\n');
    expect(code).toBe(0);
    expect(await members()).toEqual([
      {
        subject: 'bo',
        student_number: '43',
        display_name: 'Bo Berg',
        faculty: 'Arts\r\nand Letters',
        level: 'POSTGRADUATE_TAUGHT',
        year: 2,
        status: 'ACTIVE',
      },
      {
        subject: 'zoe',
        student_number: '0042',
        display_name: 'Zoë "Zo" 李',
        faculty: 'Arts',
        level: 'UNDERGRADUATE',
        year: 1,
        status: 'ACTIVE',
      },
    ]);
    expect(await events()).toBe(2);
  });

  it('reads semicolons and tabs as it reads commas', async () => {
    for (const delimiter of [';', '\t']) {
      const text = `${heading}\nann,1,"Ann, the first",Arts,BA,ug,1`.replaceAll(',', delimiter);
      expect(await importFile(text, '--dry-run')).toMatchObject({ code: 0 });
    }
  });

  it('changes nothing and sends no event when the same file is imported again, and leaves absent people alone', async () => {
    const rows = ['ann,1,Ann,Arts,BA,ug,1', 'bob,2,Bob,Arts,BA,ug,1'];
    await importFile([heading, ...rows].join('\n'));
    const again = await importFile([heading, rows[0]].join('\n'));
    expect(again.stdout).toBe('1 rows read: 0 added, 0 changed, 1 unchanged, 0 refused.\n');
    expect(await events()).toBe(2);
    expect(await members()).toHaveLength(2);
  });

  it('follows the registry in study facts and leaves what members wrote', async () => {
    await importFile([heading, 'ann,1,Ann,Arts,BA,ug,1'].join('\n'));
    await client.query(`update member set display_name = 'Annie', bio = 'Hello' where subject = 'ann'`);
    expect(await importFile([heading, 'ann,9,Ann Official,Science,BSc,pgr,2'].join('\n'))).toMatchObject({
      code: 0,
      stdout: '1 rows read: 0 added, 1 changed, 0 unchanged, 0 refused.\n',
    });
    expect(await members()).toEqual([
      {
        subject: 'ann',
        student_number: '9',
        display_name: 'Annie',
        faculty: 'Science',
        level: 'POSTGRADUATE_RESEARCH',
        year: 2,
        status: 'ACTIVE',
      },
    ]);
    expect(await eventNames()).toEqual(['MemberRegistered', 'MemberStudiesChanged']);
  });

  it('verifies an applicant whom the roll names, and neither lifts a suspension nor brings back who left', async () => {
    const people = ['app', 'gone', 'held'];
    await importFile([heading, ...people.map((name, index) => `${name},${index},${name},Arts,BA,ug,1`)].join('\n'));
    await client.query(`update member set status = 'APPLIED' where subject = 'app'`);
    await client.query(
      `update member set status = 'LAPSED', status_until = now() + interval '1 day' where subject = 'gone'`,
    );
    await client.query(
      `update member set status = 'SUSPENDED', status_until = now() + interval '1 day' where subject = 'held'`,
    );
    expect(
      await importFile([heading, ...people.map((name, index) => `${name},${index},${name},Arts,BA,ug,2`)].join('\n')),
    ).toMatchObject({ code: 0 });
    expect((await members()).map(({ status, year }) => [status, year])).toEqual([
      ['ACTIVE', 2],
      ['LAPSED', 2],
      ['SUSPENDED', 2],
    ]);
    expect(await eventNames()).toEqual([
      ...people.map(() => 'MemberRegistered'),
      'MemberStatusChanged',
      ...people.map(() => 'MemberStudiesChanged'),
    ]);
  });

  it('reports every bad row with its line and reason, and takes in the others', async () => {
    await importFile([heading, 'old,77,Old,Arts,BA,ug,1'].join('\n'));
    const { code, stdout } = await importFile(
      [
        heading,
        'good,1,"Good\nName",Arts,BA,ug,1',
        'bad,2,Bad,Arts,BA,wizard,9',
        ',3,,Arts,BA,ug,1',
        'good,4,Twice,Arts,BA,ug,1',
        'thief,77,Thief,Arts,BA,ug,1',
        'same,1,Same,Arts,BA,ug,1',
        'short,5',
        '',
        'fine,6,Fine,Arts,BA,ug,1',
      ].join('\n'),
    );
    expect(stdout.split('\n')).toEqual([
      'line 4: year: give a whole number from 1 to 8; level: "wizard" is none of undergraduate, postgraduate taught, postgraduate research',
      'line 5: no sign-in subject; name: write something here',
      'line 6: the sign-in subject stands in line 2 already',
      'line 7: another member has this student number',
      'line 8: the student number stands in line 2 already',
      'line 9: 2 fields where the heading has 7',
      '8 rows read: 2 added, 0 changed, 0 unchanged, 6 refused.',
      '',
    ]);
    expect(code).toBe(1);
    expect((await members()).map(({ subject }) => subject)).toEqual(['fine', 'good', 'old']);
  });

  it('says what it would do on a dry run, and does nothing', async () => {
    const { code, stdout } = await importFile([heading, 'ann,1,Ann,Arts,BA,ug,1'].join('\n'), '--dry-run');
    expect(stdout).toBe(
      '1 rows read: 1 to add, 0 to change, 0 unchanged, 0 refused.\nThis was a dry run: nothing was changed.\n',
    );
    expect(code).toBe(0);
    expect(await members()).toEqual([]);
    expect(await events()).toBe(0);
  });

  it('matches people by the column that is named', async () => {
    const text = `${heading},mail\nann,1,Ann,Arts,BA,ug,1,ann@example.org`;
    expect(await importFile(text, '--match', 'Mail')).toMatchObject({ code: 0 });
    expect(await importFile(text, '--match', 'student number', '--dry-run')).toMatchObject({ code: 1 });
    expect((await members()).map(({ subject }) => subject)).toEqual(['ann@example.org']);
    expect(await importFile(text, '--match', 'shoe size')).toMatchObject({ code: 2, stdout: '' });
  });

  it.each<readonly [string, string | Uint8Array | undefined, string]>([
    ['a missing file', undefined, 'There is no such file.'],
    ['an empty file', '', 'It is empty.'],
    ['a file of blank lines', '\n\n\n', 'It is empty.'],
    [
      'a picture',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0xff, 0xfe]),
      'It is not text in UTF-8.',
    ],
    ['a file in UTF-16', Buffer.from(`\uFEFF${heading}\n`, 'utf16le'), 'It is not text in UTF-8.'],
    [
      'Latin letters outside UTF-8 in the last row',
      Buffer.concat([
        Buffer.from(`${heading}\nann,1,Ann,Arts,BA,ug,1\nzoe,2,Zo`),
        Buffer.from([0xeb]),
        Buffer.from(',Arts,BA,ug,1\n'),
      ]),
      'It is not text in UTF-8.',
    ],
    [
      'a missing column',
      'username,full name,faculty\nann,Ann,Arts',
      'No column was found for: student number, programme, level, year of study.',
    ],
    ['a column that is there twice', `${heading},Year\n`, 'The column "Year" is there twice.'],
    [
      'a quote that never ends',
      `${heading}\nann,1,Ann,Arts,BA,ug,1\nbob,"2,Bob,Arts,BA,ug,1\n`,
      'it is no CSV from line',
    ],
  ])('changes nothing for %s, and says why', async (_what, content, reason) => {
    const { code, stdout, stderr } = await importFile(content);
    expect(stderr).toContain(reason);
    expect(stderr.trim().split('\n').at(-1)).toMatch(/^\S*roll\.csv was not imported: /);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(await members()).toEqual([]);
  });

  it('explains itself when it is called in another way', async () => {
    const { code, stderr } = await importFile(heading, '--force');
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'Usage: npm run import -- members FILE.csv [--dry-run] [--match COLUMN]\n',
    });
  });

  it('takes in 50,000 rows, showing how far it is and how long it took', async () => {
    const rows = Array.from(
      { length: 50_000 },
      (_unused, index) => `p${index},S${index},Person ${index},Arts,BA History,ug,${1 + (index % 4)}`,
    );
    const start = Date.now();
    const { code, stdout, stderr } = await importFile([heading, ...rows].join('\n'));
    const seconds = (Date.now() - start) / 1000;
    process.stdout.write(`50,000 rows imported in ${seconds.toFixed(1)} s\n`);
    expect(stdout).toBe('50,000 rows read: 50,000 added, 0 changed, 0 unchanged, 0 refused.\n');
    expect(code).toBe(0);
    expect(stderr).toMatch(/Importing: 50 % \(25,000 of 50,000\)\n/);
    expect(await events()).toBe(50_000);
  }, 300_000);
});
