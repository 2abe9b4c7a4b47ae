import { join } from 'node:path';
import { createSpineTables, dropSpineTables, type EventHandlers, type ServiceName } from '@guildhall/events';
import { actorKey, err, ok, toId, validationError, type Id } from '@guildhall/kernel';
import {
  addActorConstituencies,
  createActorTables,
  dropActorConstituencies,
  dropActorTables,
  insertRow,
  packageRoot,
  readPageRequest,
  toResult,
  updateRow,
  type BaseContext,
  type RequestScope,
  type ServiceDefinition,
  type ServiceKit,
  type Task,
} from '@guildhall/subgraph';
import { EntitySchema, type EntityManager, type MigrationInterface, type QueryRunner } from 'typeorm';

/** A short text that two writers can fight over. */
export type Note = { readonly id: Id<'Note'>; readonly text: string; readonly version: number };

const NoteEntity = new EntitySchema<Note>({
  name: 'note',
  columns: { id: { type: 'uuid', primary: true }, text: { type: 'text' }, version: { type: 'integer' } },
});

class CreateNotes1780000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createSpineTables(runner);
    await createActorTables(runner);
    await addActorConstituencies(runner);
    await runner.query(`
      create table note (id uuid constraint note_pk primary key, text text not null, version integer not null);
      create table effect (
        place bigint generated always as identity constraint effect_pk primary key,
        event_id uuid not null, aggregate_id text not null, sequence integer not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table effect; drop table note');
    await dropActorConstituencies(runner);
    await dropActorTables(runner);
    await dropSpineTables(runner);
  }
}

function createRepositories(manager: EntityManager) {
  return {
    manager,
    notes: {
      add: (note: Note): Promise<Note> => insertRow(manager, NoteEntity, note),
      save: (note: Note): Promise<Note> => updateRow(manager, NoteEntity, note),
      find: (id: string): Promise<Note | null> =>
        manager.createQueryBuilder(NoteEntity, 'note').where('note.id = :id', { id }).getOne(),
    },
  };
}

/** What a use case of the note service works with. */
export type NoteDeps = ReturnType<typeof depsOf>;

function depsOf(kit: ServiceKit) {
  return { ids: kit.ids, clock: kit.clock, ...kit.transactions(createRepositories) };
}

type Context = RequestScope & { readonly deps: NoteDeps };

type AddNote = { readonly input: { readonly text: string; readonly idempotencyKey?: string | null } };

function addNote({ deps, actor }: Context, { text, idempotencyKey }: AddNote['input']) {
  const request = { actor: actorKey(actor), key: idempotencyKey ?? undefined, operation: 'addNote', input: { text } };
  return deps.idempotentTransaction(
    request,
    ({ notes }, id) => notes.find(id),
    async ({ notes }) => {
      if (text === '')
        return err(validationError([{ path: 'text', rule: 'REQUIRED', message: 'Write something here.' }]));
      return ok(await notes.add({ id: deps.ids.ordered<'Note'>(), text, version: 1 }));
    },
  );
}

const resolvers = {
  Query: {
    note: (_root: unknown, { id }: { id: string }, { manager }: Context) =>
      createRepositories(manager).notes.find(toId(id)),
    instant: (_root: unknown, { at }: { at: Date }) => at,
    day: (_root: unknown, { on }: { on: string }) => on,
    cursor: (_root: unknown, page: { first?: number; after?: string }) => readPageRequest(page, 2).after ?? [],
    fault: (_root: unknown, { secret }: { secret: string }) => {
      throw new TypeError(`cannot read ${secret}`);
    },
    rights: (_root: unknown, _args: unknown, { actor }: BaseContext) => JSON.stringify(actor),
  },
  Mutation: {
    addNote: async (_root: unknown, { input }: AddNote, context: Context) =>
      toResult('AddNoteSuccess', await addNote(context, input), (note) => ({ note })),
  },
};

/** What a test may give the note service to do besides keeping notes. */
export type NoteServiceOptions = {
  readonly name?: ServiceName;
  readonly handlers?: EventHandlers;
  readonly tasks?: Readonly<Record<string, Task>>;
  readonly onWired?: (deps: NoteDeps) => void;
};

/** The smallest service that has everything the spine offers; it stands in for whichever of the four is named. */
export function noteService({
  name = 'learning',
  handlers = {},
  tasks = {},
  onWired,
}: NoteServiceOptions = {}): ServiceDefinition<Context> {
  return {
    name,
    root: join(packageRoot(import.meta.url), 'fixtures', 'note-service'),
    entities: [NoteEntity],
    migrations: [CreateNotes1780000000001],
    resolvers,
    insightsThreshold: () => undefined,
    wire(kit) {
      const deps = depsOf(kit);
      onWired?.(deps);
      return { createContext: (request) => ({ ...request, deps }), handlers, tasks, cron: [] };
    },
  };
}
