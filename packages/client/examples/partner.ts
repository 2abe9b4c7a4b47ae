/*
 * A partner department's own system: reads what was referred to it, and nothing else, with client credentials.
 *   GUILDHALL_TOKEN=$(npm run --silent token -- --client department-housing) node packages/client/examples/partner.ts
 */
import { createClient, graphql, walk } from '@guildhall/client';

const inbox = graphql(`
  query DepartmentInbox($after: String) {
    viewer {
      subject
      department {
        name
      }
    }
    referrals(first: 50, after: $after) {
      edges {
        node {
          id
          status
          dueAt
          fields {
            name
            value
          }
          viewerActions
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const client = createClient({
  url: process.env['GUILDHALL_URL'] ?? 'http://127.0.0.1:4000/graphql',
  token: process.env['GUILDHALL_TOKEN'],
});
const { viewer } = await client.execute(inbox);
console.log(
  viewer.department
    ? `Referrals to ${viewer.department.name}, first due first`
    : `${viewer.subject} works for no department.`,
);
let count = 0;
for await (const referral of walk(async (after) => (await client.execute(inbox, { after })).referrals)) {
  count += 1;
  const fields = referral.fields.map(({ name }) => name).join(', ') || 'content withdrawn';
  console.log(`  ${referral.dueAt?.slice(0, 10) ?? 'no date'}  ${referral.status.padEnd(14)} ${fields}`);
}
console.log(`${count} in all.`);
