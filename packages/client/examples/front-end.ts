/*
 * A front-end team: one screen in one round trip, then a mutation whose failures are data.
 *   GUILDHALL_TOKEN=$(npm run --silent token -- ada) node packages/client/examples/front-end.ts
 */
import { createClient, graphql, isSuccess } from '@guildhall/client';

const home = graphql(`
  query Home {
    viewer {
      subject
      member {
        displayName
        groups {
          group {
            id
            name
          }
        }
        registrations(first: 5) {
          edges {
            node {
              status
              waitingPlace
              activity {
                title
                startsAt
              }
            }
          }
        }
        cases(first: 5) {
          edges {
            node {
              matter
              stage
              status
            }
          }
        }
        enrolments(first: 5) {
          edges {
            node {
              status
              path {
                title
              }
            }
          }
        }
      }
    }
    activities(first: 5) {
      edges {
        node {
          id
          title
          startsAt
          seatsLeft
          viewerActions
        }
      }
    }
  }
`);

const register = graphql(`
  mutation Register($input: RegisterForActivityInput!) {
    registerForActivity(input: $input) {
      __typename
      ... on RegisterForActivitySuccess {
        registration {
          status
          waitingPlace
          activity {
            title
          }
        }
      }
      ... on UserError {
        message
      }
    }
  }
`);

const client = createClient({
  url: process.env['GUILDHALL_URL'] ?? 'http://127.0.0.1:4000/graphql',
  token: process.env['GUILDHALL_TOKEN'],
});

const { data, problems } = await client.executePartial(home);
for (const { service, code } of problems) console.log(`(${service ?? 'something'} did not answer: ${code})`);
const member = data.viewer.member;
console.log(`${member?.displayName ?? data.viewer.subject}'s home screen`);
for (const { group } of member?.groups ?? []) console.log(`  group         ${group?.name}`);
for (const { node } of member?.registrations?.edges ?? []) {
  const place = node.waitingPlace ? `, place ${node.waitingPlace} in the waiting list` : '';
  console.log(`  registration  ${node.activity.title}: ${node.status}${place}`);
}
for (const { node } of member?.cases?.edges ?? [])
  console.log(`  case          ${node.matter}: ${node.stage}, ${node.status}`);
for (const { node } of member?.enrolments?.edges ?? [])
  console.log(`  learning      ${node.path?.title}: ${node.status}`);

// The button is drawn from viewerActions and from nothing else.
const open = data.activities?.edges.find(({ node }) => node.viewerActions.includes('REGISTER'))?.node;
if (open === undefined) console.log('Nothing is open to register for.');
else {
  const { registerForActivity: result } = await client.execute(register, {
    input: { activityId: open.id, idempotencyKey: `example-${open.id}` },
  });
  console.log(
    isSuccess(result)
      ? `Registered for ${result.registration.activity.title}: ${result.registration.status}`
      : `Not registered: ${result.message}`,
  );
}
