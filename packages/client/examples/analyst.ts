/*
 * An analyst: aggregate figures with the fact that some are withheld.
 *   GUILDHALL_TOKEN=$(npm run --silent token -- nina) node packages/client/examples/analyst.ts
 */
import { createClient, graphql } from '@guildhall/client';

const figures = graphql(`
  query Figures($academicYear: Int) {
    insights(academicYear: $academicYear) {
      academicYear
      threshold
      membersJoining {
        weekOf
        joined {
          value
          suppressed
        }
      }
      participation {
        weekOf
        kind
        registrations {
          value
          suppressed
        }
        attendance {
          value
          suppressed
        }
      }
      cases {
        matter
        stage
        cases {
          value
          suppressed
        }
      }
    }
  }
`);

type Figure = { readonly value?: number | null; readonly suppressed: boolean };

const client = createClient({
  url: process.env['GUILDHALL_URL'] ?? 'http://127.0.0.1:4000/graphql',
  token: process.env['GUILDHALL_TOKEN'],
});
const { insights } = await client.execute(figures);
if (insights === null || insights === undefined) {
  console.log('This token may not see aggregates.');
} else {
  console.log(
    `Academic year ${insights.academicYear}/${insights.academicYear + 1}; figures for fewer than ${insights.threshold} people are withheld.`,
  );
  for (const { weekOf, joined } of insights.membersJoining ?? [])
    console.log(`  joined in the week of ${weekOf}: ${show(joined)}`);
  for (const row of insights.participation ?? [])
    console.log(
      `  ${row.weekOf} ${row.kind}: ${show(row.registrations)} registrations, ${show(row.attendance)} attended`,
    );
  for (const { matter, stage, cases } of insights.cases ?? [])
    console.log(`  cases about ${matter} in ${stage}: ${show(cases)}`);
}

function show({ value, suppressed }: Figure): string {
  return suppressed ? 'withheld' : String(value);
}
