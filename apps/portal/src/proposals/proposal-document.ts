import type { ProposalQuery } from '../generated/graphql.js';
import { graphql } from '../graph/graphql.js';

/** One proposal with its words, its way, its supporters and what became of it. */
export const proposalDocument = graphql(`
  query Proposal($id: ID!) {
    proposal(id: $id) {
      id
      status
      authorship
      openedAt
      closesAt
      threshold
      constituencySize
      endorsementCount
      revivableAt
      needsCouncil
      dueAt
      complexity
      ratedUntil
      verifiedUntil
      deliverySummary
      appeal
      viewerActions
      viewerStanding {
        isAuthor
        onRoll
        endorses
        endorsedText
        satisfied
        works
      }
      text {
        number
        language
        title
        background
        problem
        suggestion
        writtenAt
      }
      texts {
        number
        language
        title
        background
        problem
        suggestion
        writtenAt
      }
      author {
        id
        displayName
      }
      seconders {
        acceptedAt
        member {
          id
          displayName
        }
      }
      steps {
        status
        at
      }
      screenings {
        decision
        reason
        note
        decidedAt
      }
      mergeInto {
        id
        status
        text {
          number
          language
          title
        }
        viewerActions
      }
      council {
        adopted
        metOn
        votesFor
        votesAgainst
        abstentions
      }
      leadDepartment {
        id
        name
      }
      supportingDepartments {
        id
        name
      }
      expectedAnswer {
        earliestOn
        expectedOn
        latestOn
        basis
      }
      answers {
        round
        decision
        text
        reason
        whoDecides
        answeredAt
        isFinal
        ratings {
          yes
          no
        }
      }
      milestones {
        id
        round
        title
        dueOn
        doneAt
      }
      verdicts {
        yes
        no
      }
    }
  }
`);

/** A proposal as its page shows it. */
export type ShownProposal = NonNullable<ProposalQuery['proposal']>;

/** What every part of the page gets. */
export type ProposalPartProps = { readonly proposal: ShownProposal; readonly onChange: () => void };
