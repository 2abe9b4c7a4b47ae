import { randomUUID } from 'node:crypto';
import type { Fixture } from './fixture.js';

type Who = Parameters<Fixture['ask']>[0];
type Answer = Awaited<ReturnType<Fixture['ask']>>;

/** What ada asks for. */
export const wish = {
  ownName: 'Ada Okafor',
  request: 'We share a kitchen and cannot speak to each other any more without a quarrel.',
  parties: [{ kind: 'STUDENT', name: 'Bea Marlow' }],
};

/** Leads mediations of one test service from state to state through the API. */
export class MediationFixture {
  constructor(readonly fixture: Fixture) {}

  /** Runs one mutation and returns its result, whichever member of the union it is. */
  async act(who: Who, name: string, input: object, select = '__typename'): Promise<Answer> {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}`;
    const data = await this.fixture.ask(
      who,
      `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename ... on ${type}Success { ${select} } ... on UserError { sentence: message } } }`,
      { input },
    );
    return data[name];
  }

  /** The same, where only success will do. */
  async done(who: Who, name: string, input: object, select = '__typename'): Promise<Answer> {
    const answer = await this.act(who, name, input, select);
    if (!String(answer['__typename']).endsWith('Success'))
      throw new Error(`${name} as ${JSON.stringify(who)}: ${JSON.stringify(answer)}`);
    return answer;
  }

  async requested(changes: object = {}, who = 'ada'): Promise<string> {
    return (await this.done(who, 'requestMediation', { ...wish, ...changes }, 'mediation { id }'))['mediation'].id;
  }

  /** Screened and invited; the codes in the order of the sides that need one. */
  async invited(changes: object = {}): Promise<{ readonly mediationId: string; readonly codes: readonly string[] }> {
    const mediationId = await this.requested(changes);
    await this.done('amira', 'screenMediation', { mediationId });
    const { codes } = await this.done('amira', 'inviteMediationParties', { mediationId }, 'codes { code }');
    return { mediationId, codes: codes.map(({ code }: { readonly code: string }) => code) };
  }

  /** Invited, and bea has taken her side. */
  async joined(changes: object = {}): Promise<string> {
    const { mediationId, codes } = await this.invited(changes);
    await this.done('bea', 'joinMediation', { code: codes[0] ?? '' });
    return mediationId;
  }

  sign(who: Who, mediationId: string): Promise<Answer> {
    return this.act(who, 'signMediationAgreement', {
      mediationId,
      agreementVersion: 1,
      idempotencyKey: randomUUID(),
    });
  }

  async agreed(changes: object = {}): Promise<string> {
    const mediationId = await this.joined(changes);
    for (const who of ['ada', 'bea']) await this.sign(who, mediationId);
    return mediationId;
  }

  async assigned(changes: object = {}): Promise<string> {
    const mediationId = await this.agreed(changes);
    await this.done('amira', 'assignMediator', { mediationId, mediator: 'milo' });
    return mediationId;
  }

  /** With a planned meeting. */
  async inSessions(changes: object = {}): Promise<string> {
    const mediationId = await this.assigned(changes);
    await this.done('milo', 'planMediationSession', {
      mediationId,
      startsAt: '2027-03-01T10:00:00.000Z',
      place: 'Room 4',
    });
    return mediationId;
  }

  /** The ids of the sides, in order. */
  async parties(mediationId: string, who: Who = 'ada'): Promise<readonly string[]> {
    const { mediation } = await this.fixture.ask(who, 'query ($id: ID!) { mediation(id: $id) { parties { id } } }', {
      id: mediationId,
    });
    return mediation.parties.map(({ id }: { readonly id: string }) => id);
  }

  async agreement(mediationId: string): Promise<void> {
    const [ada, bea] = await this.parties(mediationId);
    await this.done('milo', 'recordMediationAgreement', {
      mediationId,
      extent: 'FULL',
      followUpWeeks: 4,
      terms: [
        { text: 'Cleans the kitchen on Mondays', owedBy: ada, dueOn: '2027-03-31' },
        { text: 'Plays no music after eleven', owedBy: bea, dueOn: '2027-03-31' },
      ],
    });
  }

  async status(mediationId: string, who: Who = 'ada'): Promise<string | undefined> {
    const { mediation } = await this.fixture.ask(who, 'query ($id: ID!) { mediation(id: $id) { status } }', {
      id: mediationId,
    });
    return mediation?.status;
  }

  /** The rooms somebody may be in, by kind and whose they are, with what is written in them. */
  async rooms(who: Who, mediationId: string): Promise<readonly ShownRoom[]> {
    const { mediation } = await this.fixture.ask(
      who,
      'query ($id: ID!) { mediation(id: $id) { rooms { id kind party { id name } readers { id } viewerCanWrite messages { edges { node { id body party { id } } } } } } }',
      { id: mediationId },
    );
    return mediation?.rooms ?? [];
  }

  async room(who: Who, mediationId: string, kind: string, ofParty?: string): Promise<string> {
    const rooms = await this.rooms(who, mediationId);
    const room = rooms.find((one) => one.kind === kind && (ofParty === undefined || one.party?.id === ofParty));
    if (room === undefined) throw new Error(`no ${kind} room for ${JSON.stringify(who)}`);
    return room.id;
  }

  async write(who: Who, roomId: string, body: string): Promise<Answer> {
    return this.act(who, 'postMediationMessage', { roomId, body, idempotencyKey: randomUUID() }, 'message { id }');
  }
}

/** A room as somebody is shown it. */
export type ShownRoom = {
  readonly id: string;
  readonly kind: 'JOINT' | 'CAUCUS' | 'MEDIATOR';
  readonly party: { readonly id: string; readonly name: string | null } | null;
  readonly readers: readonly { readonly id: string }[];
  readonly viewerCanWrite: boolean;
  readonly messages: {
    readonly edges: readonly {
      readonly node: {
        readonly id: string;
        readonly body: string | null;
        readonly party: { readonly id: string } | null;
      };
    }[];
  };
};
