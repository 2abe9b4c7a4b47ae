/* eslint-disable */
import * as types from './graphql.js';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query Figures($academicYear: Int) {\n    insights(academicYear: $academicYear) {\n      academicYear\n      threshold\n      membersJoining { weekOf joined { value suppressed } }\n      participation { weekOf kind registrations { value suppressed } attendance { value suppressed } }\n      cases { matter stage cases { value suppressed } }\n    }\n  }\n": typeof types.FiguresDocument,
    "\n  query Home {\n    viewer {\n      subject\n      member {\n        displayName\n        groups { group { id name } }\n        registrations(first: 5) { edges { node { status waitingPlace activity { title startsAt } } } }\n        cases(first: 5) { edges { node { matter stage status } } }\n        enrolments(first: 5) { edges { node { status path { title } } } }\n      }\n    }\n    activities(first: 5) { edges { node { id title startsAt seatsLeft viewerActions } } }\n  }\n": typeof types.HomeDocument,
    "\n  mutation Register($input: RegisterForActivityInput!) {\n    registerForActivity(input: $input) {\n      __typename\n      ... on RegisterForActivitySuccess { registration { status waitingPlace activity { title } } }\n      ... on UserError { message }\n    }\n  }\n": typeof types.RegisterDocument,
    "\n  query DepartmentInbox($after: String) {\n    viewer { subject department { name } }\n    referrals(first: 50, after: $after) {\n      edges { node { id status dueAt fields { name value } viewerActions } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.DepartmentInboxDocument,
};
const documents: Documents = {
    "\n  query Figures($academicYear: Int) {\n    insights(academicYear: $academicYear) {\n      academicYear\n      threshold\n      membersJoining { weekOf joined { value suppressed } }\n      participation { weekOf kind registrations { value suppressed } attendance { value suppressed } }\n      cases { matter stage cases { value suppressed } }\n    }\n  }\n": types.FiguresDocument,
    "\n  query Home {\n    viewer {\n      subject\n      member {\n        displayName\n        groups { group { id name } }\n        registrations(first: 5) { edges { node { status waitingPlace activity { title startsAt } } } }\n        cases(first: 5) { edges { node { matter stage status } } }\n        enrolments(first: 5) { edges { node { status path { title } } } }\n      }\n    }\n    activities(first: 5) { edges { node { id title startsAt seatsLeft viewerActions } } }\n  }\n": types.HomeDocument,
    "\n  mutation Register($input: RegisterForActivityInput!) {\n    registerForActivity(input: $input) {\n      __typename\n      ... on RegisterForActivitySuccess { registration { status waitingPlace activity { title } } }\n      ... on UserError { message }\n    }\n  }\n": types.RegisterDocument,
    "\n  query DepartmentInbox($after: String) {\n    viewer { subject department { name } }\n    referrals(first: 50, after: $after) {\n      edges { node { id status dueAt fields { name value } viewerActions } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.DepartmentInboxDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Figures($academicYear: Int) {\n    insights(academicYear: $academicYear) {\n      academicYear\n      threshold\n      membersJoining { weekOf joined { value suppressed } }\n      participation { weekOf kind registrations { value suppressed } attendance { value suppressed } }\n      cases { matter stage cases { value suppressed } }\n    }\n  }\n"): typeof import('./graphql.js').FiguresDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Home {\n    viewer {\n      subject\n      member {\n        displayName\n        groups { group { id name } }\n        registrations(first: 5) { edges { node { status waitingPlace activity { title startsAt } } } }\n        cases(first: 5) { edges { node { matter stage status } } }\n        enrolments(first: 5) { edges { node { status path { title } } } }\n      }\n    }\n    activities(first: 5) { edges { node { id title startsAt seatsLeft viewerActions } } }\n  }\n"): typeof import('./graphql.js').HomeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Register($input: RegisterForActivityInput!) {\n    registerForActivity(input: $input) {\n      __typename\n      ... on RegisterForActivitySuccess { registration { status waitingPlace activity { title } } }\n      ... on UserError { message }\n    }\n  }\n"): typeof import('./graphql.js').RegisterDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DepartmentInbox($after: String) {\n    viewer { subject department { name } }\n    referrals(first: 50, after: $after) {\n      edges { node { id status dueAt fields { name value } viewerActions } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): typeof import('./graphql.js').DepartmentInboxDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
