/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Something that can be done to an activity. */
export type ActivityAction =
  /** Approve it. */
  | 'APPROVE'
  /** Call it off. */
  | 'CANCEL'
  /** Close the door list. */
  | 'CLOSE_ATTENDANCE'
  /** Decline it. */
  | 'DECLINE'
  /** Change the plan. */
  | 'EDIT'
  /** Move it to other dates. */
  | 'POSTPONE'
  /** Make it public. */
  | 'PUBLISH'
  /** Take a seat, or a place on the waiting list. */
  | 'REGISTER'
  /** Report on it. */
  | 'REPORT'
  /** Send it back to be changed. */
  | 'REQUEST_CHANGES'
  /** Submit it for approval, or publish it at once when its risk tier is 0. */
  | 'SUBMIT';

/** What kind of activity it is. */
export type ActivityKind =
  /** Speaking up for a cause. */
  | 'CAMPAIGN'
  /** Something to watch or listen to. */
  | 'CULTURAL_PERFORMANCE'
  /** Talking and deciding. */
  | 'MEETING'
  /** An evening together. */
  | 'SOCIAL'
  /** Learning in and with society, off the campus. */
  | 'SOCIAL_PRACTICE'
  /** Something to play or train. */
  | 'SPORT'
  /** Learning a skill. */
  | 'TRAINING'
  /** Unpaid work for others. */
  | 'VOLUNTARY_SERVICE';

/** What a case is about. */
export type CaseMatter =
  /** Marks, appeals, extensions, programmes. */
  | 'ACADEMIC'
  /** A complaint about the university or a person. */
  | 'COMPLAINT'
  /** Halls, rent, housemates, repairs. */
  | 'HOUSING'
  /** An allegation against the student. */
  | 'MISCONDUCT'
  /** Fees, funding, hardship. */
  | 'MONEY'
  /** Anything else. */
  | 'OTHER';

/** How far a case has gone in the university's procedure; it only moves forward. */
export type CaseStage =
  /** The student is advised. */
  | 'ADVICE'
  /** An informal solution is tried. */
  | 'EARLY_RESOLUTION'
  /** The external adjudicator. */
  | 'EXTERNAL'
  /** The university's formal procedure. */
  | 'FORMAL'
  /** The university reviews its formal decision. */
  | 'REVIEW';

/** Where the work on a case stands. */
export type CaseStatus =
  /** Over. */
  | 'CLOSED'
  /** Somebody named stands on the other side of another case; never shown to a student. */
  | 'CONFLICT'
  /** The receipt was given; it is checked whether this service may act. */
  | 'CONFLICT_CHECK'
  /** Rests after a long silence; any message of the student wakes it. */
  | 'DORMANT'
  /** Opened; no receipt yet. */
  | 'NEW'
  /** A case worker is on it. */
  | 'OPEN'
  /** An outcome is recorded and waits for the student. */
  | 'OUTCOME'
  /** Taken up again. */
  | 'REOPENED'
  /** This service cannot act and points to help elsewhere. */
  | 'SIGNPOSTED'
  /** Sorted; waits for a case worker. */
  | 'TRIAGED'
  /** A department owes an answer. */
  | 'WAITING_DEPARTMENT'
  /** The next word is the student's. */
  | 'WAITING_STUDENT';

/** Where an enrolment stands. */
export type EnrolmentStatus =
  /** Every step is passed. */
  | 'COMPLETED'
  /** Ended by the member. */
  | 'DROPPED'
  /** Nothing begun yet. */
  | 'ENROLLED'
  /** Ended because its time ran out. */
  | 'EXPIRED'
  /** At least one step is begun or passed. */
  | 'IN_PROGRESS';

/** Something that can be done to a referral. */
export type ReferralAction =
  /** Say that the department has it. */
  | 'acknowledge'
  /** Answer the open question. */
  | 'answer'
  /** Ask the student a question. */
  | 'askInformation'
  /** End it. */
  | 'close'
  /** Consent to exact fields. */
  | 'consent'
  /** Draft the department's answer. */
  | 'draftResponse'
  /** Propose an answer to the student. */
  | 'proposeAnswer'
  /** Publish the department's answer. */
  | 'respond'
  /** Send it to the department. */
  | 'send'
  /** Begin with what was promised. */
  | 'startActions'
  /** Take the consent back. */
  | 'withdraw';

/** Where a referral stands. */
export type ReferralStatus =
  /** The department has it. */
  | 'ACKNOWLEDGED'
  /** The department does what it promised. */
  | 'ACTIONS'
  /** Over. */
  | 'CLOSED'
  /** The student has consented to exact fields; not sent. */
  | 'CONSENTED'
  /** Drafted; the student has not consented. */
  | 'DRAFTED'
  /** The department waits for an answer to its question. */
  | 'INFO_REQUESTED'
  /** The department has answered. */
  | 'RESPONDED'
  /** Sent to the department. */
  | 'SENT'
  /** The student took the consent back; only the fact remains for the department. */
  | 'WITHDRAWN';

/** Which activity to register for. */
export type RegisterForActivityInput = {
  /** The activity's id. */
  readonly activityId: string | number;
  /** At most 100 characters. The same key gives the first answer again; use a new one for a new intent. */
  readonly idempotencyKey?: string | number | null | undefined;
};

/** Where a registration stands. */
export type RegistrationStatus =
  /** Took part. */
  | 'ATTENDED'
  /** Gave the seat back in time. */
  | 'CANCELLED'
  /** Was scanned at the door. */
  | 'CHECKED_IN'
  /** Has a seat. */
  | 'CONFIRMED'
  /** Gave the seat back late. */
  | 'LATE_CANCELLED'
  /** Had a seat and did not come. */
  | 'NO_SHOW'
  /** An officer took the place away, with a reason. */
  | 'REMOVED'
  /** The activity was called off. */
  | 'VOID'
  /** Waits for a seat. */
  | 'WAITLISTED'
  /** Left the waiting list. */
  | 'WITHDRAWN';

export type FiguresQueryVariables = Exact<{
  academicYear?: number | null | undefined;
}>;


export type FiguresQuery = { readonly insights: { readonly academicYear: number, readonly threshold: number, readonly membersJoining: ReadonlyArray<{ readonly weekOf: string, readonly joined: { readonly value: number | null, readonly suppressed: boolean } }>, readonly participation: ReadonlyArray<{ readonly weekOf: string, readonly kind: ActivityKind, readonly registrations: { readonly value: number | null, readonly suppressed: boolean }, readonly attendance: { readonly value: number | null, readonly suppressed: boolean } }>, readonly cases: ReadonlyArray<{ readonly matter: CaseMatter, readonly stage: CaseStage, readonly cases: { readonly value: number | null, readonly suppressed: boolean } }> } | null };

export type HomeQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeQuery = { readonly viewer: { readonly subject: string, readonly member: { readonly displayName: string | null, readonly groups: ReadonlyArray<{ readonly group: { readonly id: string, readonly name: string } | null }>, readonly registrations: { readonly edges: ReadonlyArray<{ readonly node: { readonly status: RegistrationStatus, readonly waitingPlace: number | null, readonly activity: { readonly title: string, readonly startsAt: string } } }> }, readonly cases: { readonly edges: ReadonlyArray<{ readonly node: { readonly matter: CaseMatter, readonly stage: CaseStage, readonly status: CaseStatus } }> } | null, readonly enrolments: { readonly edges: ReadonlyArray<{ readonly node: { readonly status: EnrolmentStatus, readonly path: { readonly title: string } | null } }> } | null } | null }, readonly activities: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly title: string, readonly startsAt: string, readonly seatsLeft: number | null, readonly viewerActions: ReadonlyArray<ActivityAction> } }> } };

export type RegisterMutationVariables = Exact<{
  input: RegisterForActivityInput;
}>;


export type RegisterMutation = { readonly registerForActivity:
    | { readonly __typename: 'ConflictError', readonly message: string }
    | { readonly __typename: 'IllegalTransitionError', readonly message: string }
    | { readonly __typename: 'NotAllowedError', readonly message: string }
    | { readonly __typename: 'NotFoundError', readonly message: string }
    | { readonly __typename: 'RegisterForActivitySuccess', readonly registration: { readonly status: RegistrationStatus, readonly waitingPlace: number | null, readonly activity: { readonly title: string } } }
    | { readonly __typename: 'ValidationError', readonly message: string }
   };

export type DepartmentInboxQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type DepartmentInboxQuery = { readonly viewer: { readonly subject: string, readonly department: { readonly name: string } | null }, readonly referrals: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly status: ReferralStatus, readonly dueAt: string | null, readonly viewerActions: ReadonlyArray<ReferralAction>, readonly fields: ReadonlyArray<{ readonly name: string | null, readonly value: string | null }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const FiguresDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<FiguresQuery, FiguresQueryVariables>;
export const HomeDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<HomeQuery, HomeQueryVariables>;
export const RegisterDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<RegisterMutation, RegisterMutationVariables>;
export const DepartmentInboxDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<DepartmentInboxQuery, DepartmentInboxQueryVariables>;