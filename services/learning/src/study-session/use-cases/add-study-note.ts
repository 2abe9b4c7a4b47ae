import {
  err,
  illegalTransition,
  limitReached,
  memberOf,
  notAllowed,
  notFound,
  ok,
  type Actor,
  type Id,
  type Result,
  type NotAllowedError,
  type NotFoundError,
  type IllegalTransitionError,
  type LimitReachedError,
} from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Deps, Repositories } from '../../deps.js';
import { draftResource, type Resource, type ResourceId } from '../../resource/resource.js';
import { beginVersion } from '../../resource-version/resource-version.js';
import { currentStudyRules } from '../../study-group/study-rules.js';
import { studySessionLifecycle, type SessionFacts, type StudySessionId } from '../study-session.js';
import { studySessionPolicy } from '../study-session.policy.js';

type Unreadable = NotFoundError | NotAllowedError | IllegalTransitionError | LimitReachedError;
type Writer = { readonly facts: SessionFacts; readonly memberId: Id<'Member'> };

async function readWriter(
  unit: Unit<Repositories>,
  { clock }: Pick<Deps, 'clock'>,
  actor: Actor,
  sessionId: StudySessionId,
): Promise<Result<Writer, Unreadable>> {
  const memberId = memberOf(actor);
  const facts = await unit.studyFacts.findSessionLocked(actor, sessionId);
  if (facts === null) return err(notFound('StudySession'));
  if (memberId === undefined || !studySessionPolicy.can(actor, 'ADD_NOTE', facts))
    return err(notAllowed('ADD_NOTE', 'StudySession'));
  if (!studySessionLifecycle.can('ADD_NOTE', facts, clock.now()))
    return err(illegalTransition('ADD_NOTE', facts.session.status));
  const { notesMax } = currentStudyRules;
  const notes = await unit.studyNotes.listOf(actor, [sessionId]);
  return notes.length < notesMax
    ? ok({ facts, memberId })
    : err(limitReached('This session has as many notes as one can have.', notesMax));
}

/** What is written down. */
export type WriteStudyNote = Pick<Resource, 'title' | 'body' | 'language' | 'licence'> & {
  readonly sessionId: StudySessionId;
};

/** Writes a note as a draft of a resource that the group reads at once. */
export function writeStudyNote(deps: Deps, actor: Actor, { sessionId, ...content }: WriteStudyNote) {
  return deps.transaction(async (unit) => {
    const writer = await readWriter(unit, deps, actor, sessionId);
    if (!writer.ok) return writer;
    const { facts, memberId } = writer.value;
    const { title, course } = facts.group;
    const drafted = draftResource(
      {
        ...content,
        kind: 'NOTES',
        summary: `${title} (${course}): notes`,
        subject: course,
        address: undefined,
        tags: [],
        courseIds: [],
        fileId: undefined,
      },
      deps.ids.ordered(),
      memberId,
    );
    if (!drafted.ok) return drafted;
    const resource = await unit.resources.add(drafted.value);
    await unit.resourceVersions.add(
      beginVersion(resource, { id: deps.ids.ordered(), number: 1, now: deps.clock.now() }),
    );
    return link(unit, deps, actor, { ...writer.value, resourceId: resource.id });
  });
}

/** Adds a resource that the viewer can see to the notes of a session; adding it twice is adding it once. */
export function linkStudyNote(
  deps: Deps,
  actor: Actor,
  { sessionId, resourceId }: { readonly sessionId: StudySessionId; readonly resourceId: ResourceId },
) {
  return deps.transaction(async (unit) => {
    const writer = await readWriter(unit, deps, actor, sessionId);
    if (!writer.ok) return writer;
    const [resource] = await unit.resources.listVisible(actor, [resourceId]);
    if (resource === undefined) return err(notFound('Resource'));
    return link(unit, deps, actor, { ...writer.value, resourceId });
  });
}

async function link(
  unit: Unit<Repositories>,
  { ids, clock }: Pick<Deps, 'ids' | 'clock'>,
  actor: Actor,
  { facts, memberId, resourceId }: Writer & { readonly resourceId: ResourceId },
) {
  const sessionId = facts.session.id;
  await unit.studyNotes.add({
    id: ids.ordered<'StudyNote'>(),
    sessionId,
    resourceId,
    addedById: memberId,
    addedAt: clock.now(),
  });
  const notes = await unit.studyNotes.listOf(actor, [sessionId]);
  const note = notes.find((one) => one.resourceId === resourceId);
  return note === undefined ? err(notFound('StudyNote')) : ok({ note, facts });
}
