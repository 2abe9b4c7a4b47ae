/*
 * Dead letters: events that this service tried to apply too often in vain. An administrator retries them once the cause
 * is mended, or gives them up; after 90 days they are given up by themselves. Every service has its own.
 */
import {
  discardDeadLetter,
  findDeadLetter,
  pageDeadLetters,
  retryDeadLetter,
  type DeadLetter,
  type ServiceName,
} from '@guildhall/events';
import {
  conflict,
  err,
  notFound,
  ok,
  toId,
  type Actor,
  type Clock,
  type ConflictError,
  type NotFoundError,
  type Page,
  type PageRequest,
  type Result,
} from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { Transaction } from '../storage/transaction.js';
import { deadLetterPolicy, type DeadLetterAction } from './dead-letter.policy.js';

/**
 * What stands behind the GraphQL type `DeadLetter`: the letter, and the service that could not apply it. The id names both,
 * because one event may be dead in several services.
 */
export type DeadLetterModel = { readonly id: string; readonly letter: DeadLetter; readonly consumer: ServiceName };

type Treated = Promise<Result<DeadLetterModel, NotFoundError | ConflictError>>;

/** Which dead letter is meant. */
export type NamedDeadLetter = { readonly deadLetterId: string };

/** The dead letters of one service. Whoever may not see them is told of none. */
export interface DeadLetters {
  /** The oldest first; cursors hold an instant and an id. */
  page(actor: Actor, request: PageRequest): Promise<Page<DeadLetterModel>>;
  /** Lets it be tried again; fails with a conflict when somebody else treated it at the same time. */
  retry(actor: Actor, named: NamedDeadLetter): Treated;
  /** Gives it up for good; fails with a conflict when somebody else treated it at the same time. */
  discard(actor: Actor, named: NamedDeadLetter): Treated;
}

/** What the dead letters of a service work with. `wake` hurries the inbox, because something may be due again. */
export type DeadLetterOptions = {
  readonly consumer: ServiceName;
  readonly manager: EntityManager;
  readonly transaction: Transaction<{ readonly manager: EntityManager }>;
  readonly clock: Clock;
  readonly wake: () => void;
};

const nothing: Page<never> = { edges: [], pageInfo: { hasNextPage: false, endCursor: undefined } };

/** The dead letters of the service whose database it is given. */
export function createDeadLetters({ consumer, manager, transaction, clock, wake }: DeadLetterOptions): DeadLetters {
  const prefix = `${consumer}:`;
  const toModel = (letter: DeadLetter): DeadLetterModel => ({ id: `${prefix}${letter.id}`, letter, consumer });
  const treat = async (
    { actor, action }: { readonly actor: Actor; readonly action: DeadLetterAction },
    { deadLetterId }: NamedDeadLetter,
    apply: (unit: EntityManager, eventId: string) => Promise<boolean>,
  ): Treated => {
    const eventId = toId(deadLetterId.startsWith(prefix) ? deadLetterId.slice(prefix.length) : '');
    const treated = await transaction(async ({ manager: unit }) => {
      const letter = deadLetterPolicy.can(actor, action) ? await findDeadLetter(unit, eventId) : null;
      if (letter === null) return err(notFound('DeadLetter'));
      return (await apply(unit, eventId)) ? ok(toModel(letter)) : err(conflict());
    });
    if (treated.ok) wake();
    return treated;
  };
  return {
    async page(actor, request) {
      if (!deadLetterPolicy.canSee(actor)) return nothing;
      const { edges, pageInfo } = await pageDeadLetters(manager, request);
      return { edges: edges.map(({ cursor, node }) => ({ cursor, node: toModel(node) })), pageInfo };
    },
    retry: (actor, named) =>
      treat({ actor, action: 'RETRY' }, named, (unit, id) => retryDeadLetter(unit, id, clock.now())),
    discard: (actor, named) => treat({ actor, action: 'DISCARD' }, named, (unit, id) => discardDeadLetter(unit, id)),
  };
}
