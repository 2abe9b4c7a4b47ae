import type { TestService } from '@guildhall/testing';

/** The outcome of a mutation, with what it selected. */
export type Outcome = { readonly __typename: string } & Readonly<Record<string, unknown>>;

const submission = 'submission { id status viewerActions }';
const selection: Readonly<Record<string, string>> = {
  submitAffiliation: submission,
  withdrawAffiliation: submission,
  requestAffiliationChanges: submission,
  approveAffiliation: submission,
  declineAffiliation: submission,
  addPosition: 'position { id }',
  editPosition: 'position { id title kind seats }',
  appointToPosition: 'mandate { id isWaiting missingTraining { path { id } } }',
  requirePositionTraining: 'position { id requiredTraining { path { id } } ownTraining { path { id } } }',
  decideTrainingRule: 'rule { kind version training { path { id } } since viewerActions }',
  extendMandate: 'mandate { id startsAt endsAt origin }',
  endMandate: 'mandate { id }',
};

/** What people do with groups in tests, through the schema. */
export class GroupActs {
  constructor(private readonly test: TestService) {}

  /** An id of nothing. */
  readonly missing = '018f0000-0000-7000-8000-000000000000';

  /** Runs a mutation and gives its outcome. */
  async act(subject: string | undefined, name: string, input: object): Promise<Outcome> {
    const type = name.charAt(0).toUpperCase() + name.slice(1);
    const query = `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename ... on ${type}Success { ${selection[name] ?? 'group { id status memberCount }'} } ... on UserError { message } } }`;
    const { data, errors } = await this.test.run(subject, query, { input });
    const outcome = data?.[name];
    if (errors !== undefined || typeof outcome !== 'object' || outcome === null || !('__typename' in outcome))
      throw new Error(`${name}: ${JSON.stringify(errors)}`);
    return outcome as Outcome;
  }

  /** Runs a mutation and gives the name of its outcome. */
  async kind(subject: string | undefined, name: string, input: object): Promise<string> {
    return (await this.act(subject, name, input)).__typename;
  }

  /** Lets a job run now that waits; one that is just being tried cannot be hurried. */
  async hurry(key: string): Promise<void> {
    await this.test.dataSource.query(
      'select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs where key = $1), run_at := now())',
      [key],
    );
  }
}
