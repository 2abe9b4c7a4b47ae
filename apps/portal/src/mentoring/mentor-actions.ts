import { graphql, withFaults, withFragments } from '../graph/graphql.js';
import { pairFragment } from './pair-fragment.js';

/** Offers to be a mentor, or changes the offer. */
export const offerDocument = withFaults(
  graphql(`
    mutation OfferMentoring($input: OfferMentoringInput!) {
      offerMentoring(input: $input) {
        __typename
        ... on OfferMentoringSuccess {
          mentorOffer {
            id
            status
            viewerActions
          }
        }
        ...Fault
      }
    }
  `),
);

/** Takes no new mentees. */
export const pauseOfferDocument = graphql(`
  mutation PauseMentoring($input: PauseMentoringInput!) {
    pauseMentoring(input: $input) {
      __typename
      ... on PauseMentoringSuccess {
        mentorOffer {
          id
          status
          viewerActions
        }
      }
    }
  }
`);

/** Takes mentees again. */
export const resumeOfferDocument = graphql(`
  mutation ResumeMentoring($input: ResumeMentoringInput!) {
    resumeMentoring(input: $input) {
      __typename
      ... on ResumeMentoringSuccess {
        mentorOffer {
          id
          status
          viewerActions
        }
      }
    }
  }
`);

/** Takes the offer back. */
export const withdrawOfferDocument = graphql(`
  mutation WithdrawMentoring($input: WithdrawMentoringInput!) {
    withdrawMentoring(input: $input) {
      __typename
      ... on WithdrawMentoringSuccess {
        mentorOffer {
          id
          status
          viewerActions
        }
      }
    }
  }
`);

/** Asks a mentor. */
export const askDocument = withFragments(
  withFaults(
    graphql(`
      mutation AskMentor($input: AskMentorInput!) {
        askMentor(input: $input) {
          __typename
          ... on AskMentorSuccess {
            mentorPair {
              ...PairWork
            }
          }
          ...Fault
        }
      }
    `),
  ),
  pairFragment,
);

/** Takes an ask back. */
export const withdrawAskDocument = withFragments(
  graphql(`
    mutation WithdrawMentorAsk($input: WithdrawMentorAskInput!) {
      withdrawMentorAsk(input: $input) {
        __typename
        ... on WithdrawMentorAskSuccess {
          mentorPair {
            ...PairWork
          }
        }
      }
    }
  `),
  pairFragment,
);

/** Says yes. */
export const acceptDocument = withFragments(
  graphql(`
    mutation AcceptMentee($input: AcceptMenteeInput!) {
      acceptMentee(input: $input) {
        __typename
        ... on AcceptMenteeSuccess {
          mentorPair {
            ...PairWork
          }
        }
      }
    }
  `),
  pairFragment,
);

/** Says no, untold. */
export const declineDocument = withFragments(
  graphql(`
    mutation DeclineMentee($input: DeclineMenteeInput!) {
      declineMentee(input: $input) {
        __typename
        ... on DeclineMenteeSuccess {
          mentorPair {
            ...PairWork
          }
        }
      }
    }
  `),
  pairFragment,
);

/** Confirms a mentor. */
export const confirmDocument = withFragments(
  graphql(`
    mutation ConfirmMentor($input: ConfirmMentorInput!) {
      confirmMentor(input: $input) {
        __typename
        ... on ConfirmMentorSuccess {
          mentorPair {
            ...PairWork
          }
        }
      }
    }
  `),
  pairFragment,
);

/** Ends a pair. */
export const endDocument = withFragments(
  graphql(`
    mutation EndMentoring($input: EndMentoringInput!) {
      endMentoring(input: $input) {
        __typename
        ... on EndMentoringSuccess {
          mentorPair {
            ...PairWork
          }
        }
      }
    }
  `),
  pairFragment,
);
