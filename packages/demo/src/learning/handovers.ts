import type { Id } from '@guildhall/kernel';
import { fixedId, fixedRandomId } from '../fixed-id.js';
import { demoPositions, type DemoPosition } from '../groups/positions.js';
import type { DemoMandate } from '../groups/mandates.js';
import type { DemoUnion } from '../plan-demo-union.js';
import { randomStream } from '../random-stream.js';
import { after, dayMs } from '../season.js';
import { theatreItems, usualItems, type DemoHandoverText } from './handover-texts.js';

/** Something the last holder of an office wrote down for the next. */
export type DemoHandoverItem = DemoHandoverText & {
  readonly id: Id<'HandoverItem'>;
  readonly authorId: Id<'Member'>;
  readonly tickedAt?: Date;
};

/** An office that went from one to another, as the learning service stores it. */
export type DemoHandover = {
  readonly id: Id<'HandoverCapsule'>;
  readonly electionId: Id<'Election'>;
  readonly position: DemoPosition;
  readonly before: DemoMandate;
  readonly mandate: DemoMandate;
  readonly status: 'OPEN' | 'OUTGOING_FILLED' | 'SHADOWING' | 'ACCEPTED' | 'SEALED';
  readonly openedAt: Date;
  readonly dueAt: Date;
  readonly filledAt?: Date;
  readonly shadowingAt?: Date;
  readonly acceptedAt?: Date;
  readonly sealedAt?: Date;
  readonly lateToldAt?: Date;
  readonly items: readonly DemoHandoverItem[];
  /** Parts of which the last holder says that there is nothing to write. */
  readonly nothing: readonly string[];
};

/** The id of what documents and tests quote: Omar took the theatre over and has not read what was left to him. */
export const omarsHandover = fixedRandomId<'HandoverCapsule'>('handover/theatre');

const sections = ['CONTACTS', 'DECISIONS', 'ACCOUNTS', 'OPEN_MATTERS', 'ADVICE'] as const;

/**
 * The handovers of the presidents who were elected last: most are done, some are late, because it is like that everywhere.
 * Nothing of them lies in the future, whatever the date.
 */
export function planDemoHandovers({ positions, mandates }: DemoUnion, anchor: Date): readonly DemoHandover[] {
  const byPosition = Map.groupBy(mandates, ({ positionId }) => positionId);
  return positions
    .filter(({ kind }) => kind === 'PRESIDENT')
    .flatMap((position, index) => {
      const held = [...(byPosition.get(position.id) ?? [])].sort(
        (one, other) => one.from.getTime() - other.from.getTime(),
      );
      const [before, mandate] = held;
      if (before === undefined || mandate === undefined || before.memberId === mandate.memberId) return [];
      return mandate.by === 'ELECTION' && mandate.from <= anchor
        ? [handoverOf({ position, before, mandate }, { index, anchor })]
        : [];
    });
}

type Office = Pick<DemoHandover, 'position' | 'before' | 'mandate'>;

function handoverOf(
  office: Office,
  { index, anchor }: { readonly index: number; readonly anchor: Date },
): DemoHandover {
  const { position, before, mandate } = office;
  const isTheatre = position.id === demoPositions.theatrePresident;
  const random = randomStream(`handover/${position.id}`);
  const at = (days: number): Date => after(mandate.from, days * dayMs);
  const stage = stageOf(isTheatre, index);
  const acceptedAt = stage === 'DONE' ? at(-random.between(1, 9)) : undefined;
  const sealedAt = acceptedAt === undefined ? undefined : after(acceptedAt, 14 * dayMs);
  const isSealed = sealedAt !== undefined && sealedAt <= anchor;
  const texts = isTheatre ? theatreItems : usualItems(index);
  const written = stage === 'LATE' ? texts.slice(0, 1) : texts;
  const filledAt = stage === 'LATE' ? undefined : at(-random.between(16, 20));
  const shadowingAt = filledAt === undefined || stage === 'UNREAD' ? undefined : after(filledAt, 3 * dayMs);
  const items = written.map((text, place) => ({
    ...text,
    id: random.idAt<'HandoverItem'>(at(place - 28)),
    authorId: before.memberId,
    ...(shadowingAt !== undefined && { tickedAt: shadowingAt }),
  }));
  return {
    ...office,
    id: isTheatre ? omarsHandover : random.randomId(),
    electionId: fixedId(`handover-election/${position.id}`),
    status: stage === 'DONE' ? doneStatus(isSealed) : waitingStatus(stage),
    openedAt: at(-30),
    dueAt: mandate.from,
    ...(filledAt !== undefined && { filledAt }),
    ...(shadowingAt !== undefined && { shadowingAt }),
    ...(acceptedAt !== undefined && { acceptedAt }),
    ...(isSealed && { sealedAt }),
    ...(acceptedAt === undefined && { lateToldAt: mandate.from }),
    items,
    nothing: filledAt === undefined ? [] : sections.filter((one) => items.every(({ section }) => section !== one)),
  };
}

type Stage = 'DONE' | 'UNREAD' | 'LATE';

function stageOf(isTheatre: boolean, index: number): Stage {
  if (isTheatre || index % 11 === 5) return 'UNREAD';
  return index % 9 === 4 ? 'LATE' : 'DONE';
}

function doneStatus(isSealed: boolean): 'ACCEPTED' | 'SEALED' {
  return isSealed ? 'SEALED' : 'ACCEPTED';
}

function waitingStatus(stage: Stage): 'OPEN' | 'OUTGOING_FILLED' {
  return stage === 'LATE' ? 'OPEN' : 'OUTGOING_FILLED';
}
