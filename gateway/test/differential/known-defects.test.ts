import { describe, it } from '@jest/globals';
import { parse } from 'graphql';
import type { GraphSet } from './graph-set.js';
import { guildhallSubject } from './guildhall-subject.js';
import { expectSameAnswer, setStage } from './run-operation.js';
import { detours } from './sets/detours.js';
import { failingFields } from './sets/failing-fields.js';
import { hidden } from './sets/hidden.js';
import { inputs } from './sets/inputs.js';
import { interfaceObjects } from './sets/interface-objects.js';
import { keys } from './sets/keys.js';
import { overrides } from './sets/overrides.js';
import { project } from './sets/project.js';
import { requires } from './sets/requires.js';

type Case = {
  readonly set: GraphSet;
  readonly text: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly labels?: readonly string[];
};

/** What @apollo/gateway 2.14.4 gets wrong, by the name of the defect. */
const defectsOfStock: Readonly<Record<string, Case>> = {
  'an alias becomes the input of a required field': { set: requires, text: '{ goods { note: legacyId sticker } }' },
  'an alias becomes a key': { set: requires, text: '{ goods { id: legacyId fee } }' },
  'an alias called __typename empties the answer': { set: inputs, text: '{ tool { __typename: id } }' },
  'an alias called __typename fails the answer': { set: inputs, text: '{ log(since: [0]) { __typename: weight } }' },
  'the arguments of the client replace those of a required field': {
    set: requires,
    text: '{ audited { parts(first: 1) { id } packing } }',
  },
  'two required fields with different arguments become one': {
    set: requires,
    text: '{ goods { feeInDollars feeInEuros } }',
  },
  'two required lists with different arguments become one': {
    set: requires,
    text: '{ audited { packing packingInFrancs } }',
  },
  'a hidden value of an enum becomes null without an error': {
    set: hidden,
    text: '{ payroll { moodAtWork moods } moods }',
  },
  'introspection in a fragment with a condition is not planned': {
    set: keys,
    text: 'query ($a: Boolean!) { ... on Query @include(if: $a) { __schema { queryType { name } } } first { id } }',
    variables: { a: true },
  },
  'fields of nested fragments on an interface are lost': {
    set: failingFields,
    text: '{ east { ... on Kind { ... on Node { id } } } }',
  },
  'a label of a progressive override is never on': { set: overrides, text: '{ count }', labels: ['new-count'] },
  'an object whose fields are all left out becomes null': {
    set: requires,
    text: 'query Asked($v0: Boolean!, $v1: Boolean!) { width: audited @include(if: $v0) { ... on Good @include(if: $v1) { good: verdict } } }',
    variables: { v0: true, v1: false },
  },
};

/** What is easily lost on the way through services. */
const easilyMade: Readonly<Record<string, Case>> = {
  'a key that only refers is entered on the way back to the root': {
    set: detours,
    text: '{ orders { fee sum } order { fee } }',
  },
  'a key that only refers is entered after a detour': { set: detours, text: '{ weighed { fee } }' },
  'an error below a union names another item': {
    set: failingFields,
    text: '{ east { many { wild { ... on Leaf { southLeaf } } } } }',
  },
  'null for a non-null field rises without an error': {
    set: failingFields,
    text: '{ south { eastMust } a { southMust } }',
  },
  'a hidden type becomes null without an error': {
    set: hidden,
    text: '{ people { boss { id } } anyone { __typename } actors { id } robots { friends { __typename } best { __typename } owner { id } } }',
  },
  'an object of which nothing is left loses its place': {
    set: keys,
    text: 'query ($on: Boolean!) { makers { ... on Maker @include(if: $on) { name } } products { name @include(if: $on) } }',
    variables: { on: false },
  },
};

/** What this test once found, and must not find again. */
const earlierFindings: Readonly<Record<string, Case>> = {
  'a variable of the client has the name of one of the gateway': {
    set: interfaceObjects,
    text: 'query ($representations: ID!) { medium(id: $representations) { id rating } }',
    variables: { representations: '' },
  },
  'a required field requires another of the service that holds its parent': {
    set: requires,
    text: '{ declared { verdict second } }',
  },
  'a required field requires another of the service of the root': { set: requires, text: '{ parcels { duty } }' },
  'the name of an interface object replaces that of the concrete type': {
    set: interfaceObjects,
    text: '{ reviewed { ... on Book { sticker } } }',
  },
  'fragments that exclude each other leave nothing to plan': {
    set: project,
    text: 'mutation { reportActivity(input: { activityId: "", report: "" }) { ... on OpenCaseResult { ... on CheckInResult { ... on RetryActivitiesDeadLetterResult { __typename } } } } }',
  },
};

describe.each([
  ['of the stock gateway', defectsOfStock],
  ['that are easily made', easilyMade],
  ['of earlier days', earlierFindings],
])('the defects %s', (_whose, cases) => {
  it.each(Object.entries(cases))('are absent: %s', async (_defect, { set, text, variables = {}, labels }) => {
    const stage = await setStage(set, guildhallSubject);
    await expectSameAnswer(stage, { text, document: parse(text), variables }, labels);
  });
});
