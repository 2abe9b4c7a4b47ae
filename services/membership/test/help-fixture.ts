import { waitFor, type TestService } from '@guildhall/testing';

/** The answer to one mutation: its type and whatever was selected. */
export type Answer = Readonly<Record<string, unknown>> & { readonly __typename: string };

const request =
  'id status helpersFound viewerActions statusReason meeting { place at awaiting agreedByViewer } suggestedPlaces doneClaim { countsFrom } matches { id contact thanks viewerActions helper { displayName } conversation { id } } offers { id words helper { displayName } viewerActions } viewerOffer { id status viewerActions } dispute { decision reason words }';
const offer = 'id status viewerActions request { id }';
const errors =
  '... on UserError { message ... on ValidationError { fields { path rule } } ... on IllegalTransitionError { action state } ... on NotAllowedError { action } ... on NotFoundError { kind } ... on LimitReachedError { limit } ... on AssessedWorkError { phrases canConfirm } }';

const makesOffer: readonly string[] = ['offerHelp', 'withdrawHelpOffer', 'declineHelpOffer'];

/** One part of what an operation answered. */
export function part<T>(data: Readonly<Record<string, unknown>> | null | undefined, name: string): T {
  return data?.[name] as T;
}

let keys = 0;

/** A key that no request used before. */
export const newKey = (): string => `help-${(keys += 1)}`;

/** Asks for help as people do: through the API. */
export class HelpFixture {
  constructor(
    private readonly test: TestService,
    private readonly now: () => Date,
  ) {}

  /** Any mutation of mutual help that answers with a request or an offer. */
  async act(who: string | undefined, name: string, input: object): Promise<Answer> {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    const success = makesOffer.includes(name) ? `offer { ${offer} }` : `request { ${request} }`;
    const { data, errors: faults } = await this.test.run(
      who,
      `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename ... on ${type}Success { ${success} } ${errors} } }`,
      { input },
    );
    if (faults !== undefined) throw new Error(JSON.stringify(faults));
    return data?.[name] as Answer;
  }

  /** What somebody asks for, with differences. */
  ask(changes: object = {}): Readonly<Record<string, unknown>> {
    return {
      kind: 'EXPLAIN_TOPIC',
      title: 'Understand the central limit theorem',
      words: 'I lost the thread in week three and would like it explained over a coffee.',
      language: 'en',
      deadline: this.inDays(10),
      idempotencyKey: newKey(),
      ...changes,
    };
  }

  inDays(days: number): string {
    return new Date(this.now().getTime() + days * 86_400_000).toISOString();
  }

  /** The id of a request that somebody posted. */
  async posted(who: string, changes: object = {}): Promise<string> {
    const drafted = await this.act(who, 'draftHelpRequest', this.ask(changes));
    const { id } = drafted['request'] as { id: string };
    const answer = await this.act(who, 'postHelpRequest', { requestId: id });
    if (answer.__typename !== 'PostHelpRequestSuccess') throw new Error(JSON.stringify(answer));
    return id;
  }

  /** The id of an offer that somebody made. */
  async offered(who: string, requestId: string): Promise<string> {
    const answer = await this.act(who, 'offerHelp', {
      requestId,
      words: 'I can help.',
      idempotencyKey: newKey(),
    });
    if (answer.__typename !== 'OfferHelpSuccess') throw new Error(JSON.stringify(answer));
    return (answer['offer'] as { id: string }).id;
  }

  accept(who: string, requestId: string, offerIds: readonly string[]): Promise<Answer> {
    return this.act(who, 'acceptHelpOffers', { requestId, offerIds, idempotencyKey: newKey() });
  }

  /** A request of one member with others as its helpers. */
  async matched(who: string, helpers: readonly string[], changes: object = {}): Promise<string> {
    const id = await this.posted(who, { helpersWanted: helpers.length, ...changes });
    const offers: string[] = [];
    for (const helper of helpers) offers.push(await this.offered(helper, id));
    const answer = await this.accept(who, id, offers);
    if (answer.__typename !== 'AcceptHelpOffersSuccess') throw new Error(JSON.stringify(answer));
    return id;
  }

  /** As `matched`, with a time and a place that all agreed on. */
  async arranged(who: string, helpers: readonly string[], changes: object = {}): Promise<string> {
    const requestId = await this.matched(who, helpers, changes);
    const meeting = { requestId, place: 'The foyer of the library', at: this.inDays(2) };
    await this.act(who, 'proposeHelpMeeting', meeting);
    for (const helper of helpers) await this.act(helper, 'agreeHelpMeeting', meeting);
    return requestId;
  }

  /** As `arranged`, called done by the requester. */
  async claimed(who: string, helpers: readonly string[], changes: object = {}): Promise<string> {
    const requestId = await this.arranged(who, helpers, changes);
    await this.act(who, 'claimHelpDone', { requestId });
    return requestId;
  }

  /** Lets the deadlines that are over take effect, whenever their jobs were to run. */
  async expireAll(): Promise<void> {
    await waitFor('every request whose deadline is over has expired', async () => {
      await this.test.dataSource.query(
        "select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs where task_identifier = 'expire-help-request' and locked_at is null), run_at := now())",
      );
      const [row]: readonly { open: number }[] = await this.test.dataSource.query(
        "select count(*)::int as open from help_request where status in ('OPEN', 'OFFERED') and deadline <= $1",
        [this.now()],
      );
      return row?.open === 0;
    });
  }

  /** A request as somebody sees it. */
  async see(who: string | undefined, id: string): Promise<Readonly<Record<string, unknown>> | null> {
    const { data, errors: faults } = await this.test.run(
      who,
      `query ($id: ID!) { helpRequest(id: $id) { ${request} } }`,
      { id },
    );
    if (faults !== undefined) throw new Error(JSON.stringify(faults));
    return data?.['helpRequest'] as Readonly<Record<string, unknown>> | null;
  }

  /** The ids on somebody's board. */
  async board(who: string | undefined, filter: object = {}): Promise<readonly string[]> {
    const { data } = await this.test.run(
      who,
      'query ($filter: HelpRequestFilter) { helpRequests(filter: $filter, first: 100) { edges { node { id } } } }',
      { filter },
    );
    const list = data?.['helpRequests'] as { edges: { node: { id: string } }[] };
    return list.edges.map(({ node }) => node.id);
  }

  /** The sum of somebody's movements. */
  async balance(who: string): Promise<number> {
    const { data } = await this.test.run(who, '{ viewer { helpDesk { credits { balance } } } }');
    return part<{ helpDesk: { credits: { balance: number } } }>(data, 'viewer').helpDesk.credits.balance;
  }
}
