import type { Id } from '@guildhall/kernel';
import { fixedId, fixedRandomId } from '../fixed-id.js';
import { demoPositions, type DemoPosition } from '../groups/positions.js';
import type { DemoMandate } from '../groups/mandates.js';
import type { DemoUnion } from '../plan-demo-union.js';
import { randomStream, type RandomStream } from '../random-stream.js';
import { after, dayMs } from '../season.js';
import { theatreItems, usualItems, type DemoHandoverText } from './handover-texts.js';

/** Something the last holder of an office wrote down for the next. */
export type DemoHandoverItem = DemoHandoverText & {
  readonly id: Id<'HandoverItem'>;
  readonly authorId: Id<'Member'>;
  readonly tickedAt: Date | undefined;
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
  readonly filledAt: Date | undefined;
  readonly shadowingAt: Date | undefined;
  readonly acceptedAt: Date | undefined;
  readonly sealedAt: Date | undefined;
  readonly lateToldAt: Date | undefined;
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
  const stage = stageOf(isTheatre, index);
  const dates = datesOf(random, stage, { anchor, from: mandate.from });
  const texts = isTheatre ? theatreItems : usualItems(index);
  const items = (stage === 'LATE' ? texts.slice(0, 1) : texts).map((text, place) => ({
    ...text,
    id: random.idAt<'HandoverItem'>(after(mandate.from, (place - 28) * dayMs)),
    authorId: before.memberId,
    tickedAt: dates.shadowingAt,
  }));
  const isEmpty = (section: DemoHandoverText['section']): boolean => items.every((item) => item.section !== section);
  return {
    ...office,
    ...dates,
    id: isTheatre ? omarsHandover : random.randomId(),
    electionId: fixedId(`handover-election/${position.id}`),
    status: stage === 'DONE' ? doneStatus(dates.sealedAt) : waitingStatus(stage),
    dueAt: mandate.from,
    items,
    nothing: stage === 'LATE' ? [] : sections.filter(isEmpty),
  };
}

type Dates = Pick<DemoHandover, 'openedAt' | 'filledAt' | 'shadowingAt' | 'acceptedAt' | 'sealedAt' | 'lateToldAt'>;

/** When what happened, counted from the day on which the new mandate began. */
function datesOf(
  random: RandomStream,
  stage: Stage,
  { from, anchor }: { readonly from: Date; readonly anchor: Date },
): Dates {
  const at = (days: number): Date => after(from, days * dayMs);
  const none = { shadowingAt: undefined, acceptedAt: undefined, sealedAt: undefined };
  const filledAt = at(-random.between(16, 20));
  if (stage === 'LATE') return { ...none, openedAt: at(-30), filledAt: undefined, lateToldAt: from };
  if (stage === 'UNREAD') return { ...none, openedAt: at(-30), filledAt, lateToldAt: from };
  const acceptedAt = at(-random.between(1, 9));
  const sealedAt = after(acceptedAt, 14 * dayMs);
  return {
    openedAt: at(-30),
    filledAt,
    shadowingAt: after(filledAt, 3 * dayMs),
    acceptedAt,
    sealedAt: sealedAt <= anchor ? sealedAt : undefined,
    lateToldAt: undefined,
  };
}

type Stage = 'DONE' | 'UNREAD' | 'LATE';

function stageOf(isTheatre: boolean, index: number): Stage {
  if (isTheatre || index % 11 === 5) return 'UNREAD';
  return index % 9 === 4 ? 'LATE' : 'DONE';
}

function doneStatus(sealedAt: Date | undefined): 'ACCEPTED' | 'SEALED' {
  return sealedAt === undefined ? 'ACCEPTED' : 'SEALED';
}

function waitingStatus(stage: Stage): 'OPEN' | 'OUTGOING_FILLED' {
  return stage === 'LATE' ? 'OPEN' : 'OUTGOING_FILLED';
}
