/*
 * Anybody: counts the latest election that is over again from the ballots it published, and compares with what it says.
 *   node packages/client/examples/recount.ts
 */
import { createClient, graphql, recountContest } from '@guildhall/client';

const latest = graphql(`
  query LatestCount {
    elections(isOver: true, first: 1) {
      edges {
        node {
          title
          seed
          seedCommitment
          contests {
            seats
            position {
              title
            }
            candidates {
              id
              name
              isReopen
            }
            result {
              valid
              blank
              quota
              emptySeats
              ballotFile
              elected {
                id
              }
              passedOver {
                id
              }
              stages {
                number
                kind
                from {
                  id
                }
                share {
                  surplus
                  total
                }
                votes {
                  candidate {
                    id
                  }
                  votes
                }
                nonTransferable
                lost
                elected {
                  id
                }
                tie {
                  between {
                    id
                  }
                  chosen {
                    id
                  }
                  decidedAtStage
                }
              }
            }
          }
        }
      }
    }
  }
`);

const client = createClient({
  url: process.env['GUILDHALL_URL'] ?? 'http://127.0.0.1:4000/graphql',
  token: process.env['GUILDHALL_TOKEN'],
});
const { elections } = await client.execute(latest);
const election = elections?.edges[0]?.node;
if (!election?.seed || !election.seedCommitment) {
  console.log('No election is counted yet.');
} else {
  console.log(election.title);
  const seed = { seed: election.seed, seedCommitment: election.seedCommitment };
  for (const { position, result, ...contest } of election.contests) {
    const names = new Map(contest.candidates.map(({ id, name }) => [id, name]));
    if (!result) console.log(`  ${position.title}: not counted`);
    else if (!result.ballotFile) console.log(`  ${position.title}: too few ballots to be published`);
    else {
      const recount = recountContest({ ...contest, result }, result.ballotFile, seed);
      const elected = recount.count?.elected.map((id) => names.get(id)).join(', ') || 'nobody';
      const { difference, fault } = recount;
      const found = recount.isEqual ? 'equal in every figure' : (fault?.detail ?? JSON.stringify(difference));
      console.log(`  ${position.title}: ${result.valid} votes, ${elected} elected, counted again: ${found}`);
    }
  }
}
