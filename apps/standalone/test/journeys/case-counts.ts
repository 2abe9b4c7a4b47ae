import { academicYear } from '@guildhall/subgraph';
import { queryService } from '../service-database.js';
import type { TestPlatform } from '../test-platform.js';

/** How many cases about money stand at the first stage this academic year, and of how many students. */
export type CountedCell = { readonly cases: number; readonly students: number };

/** Fixture: the numbers behind one cell of the figures, which nobody is shown below the threshold. */
export async function countCell(platform: TestPlatform): Promise<CountedCell> {
  const { from } = academicYear(undefined, new Date(), platform.settings.campusZone);
  const [row] = await queryService(platform, 'advocacy', {
    sql: `select count(*)::int as cases, count(distinct student)::int as students
          from case_file where matter = 'MONEY' and stage = 'ADVICE' and opened_at >= $1`,
    parameters: [from],
  });
  return { cases: Number(row?.['cases']), students: Number(row?.['students']) };
}

/** Students of the union by their sign-in names, as many as there are on the first pages of the roll. */
export async function listStudents(platform: TestPlatform): Promise<readonly string[]> {
  const rows = await queryService(platform, 'membership', {
    sql: `select subject from member where status = 'ACTIVE' and subject like 'student-%' order by subject limit 40`,
  });
  return rows.map(({ subject }) => String(subject));
}

/** Opens a case about money as that student, through the graph. */
export async function openMoneyCase(platform: TestPlatform, subject: string): Promise<void> {
  const { data, errors } = await platform.post(
    `subject:${subject}`,
    'mutation ($input: OpenCaseInput!) { openCase(input: $input) { __typename } }',
    {
      input: {
        contactName: 'A student',
        matter: 'MONEY',
        narrative: 'The second half of my bursary has not come.',
        otherParties: [],
      },
    },
  );
  const answer = JSON.stringify(errors ?? data);
  if (answer !== '{"openCase":{"__typename":"OpenCaseSuccess"}}') throw new Error(`no case was opened: ${answer}`);
}

/** Lets one student after the other open a case until the cell stands for that many of them. */
export async function fillCell(platform: TestPlatform, waiting: string[], students: number): Promise<CountedCell> {
  for (;;) {
    const counted = await countCell(platform);
    if (counted.students > students) throw new Error(`the demo union alone has ${counted.students} such students`);
    if (counted.students === students) return counted;
    const next = waiting.pop();
    if (next === undefined) throw new Error('too few students to fill the cell');
    await openMoneyCase(platform, next);
  }
}
