/*
 * A room of a mediation: what is written in it opens for exactly those who may be in it. Life: opened when a mediator is
 * assigned, destroyed with its key when the talks end in any way. Owner: advocacy.
 */
import { FieldChecks, type Id, type Result, type ValidationError } from '@guildhall/kernel';
import type { MediationId } from '../mediation/mediation.js';

/** Who may read a sealed text of a mediation; see the walls in `mediation/layer-scope.ts`. */
export type MediationLayer = 'FILE' | 'REQUEST' | 'JOINT' | 'CAUCUS' | 'MEDIATOR';

/** The layers that are rooms. */
export type RoomKind = Exclude<MediationLayer, 'FILE' | 'REQUEST'>;

/** The id of a room: that of its key. */
export type RoomId = Id<'MediationRoom'>;

/** A room that the viewer may be in; a caucus names its party. */
export type MediationRoom = {
  readonly id: RoomId;
  readonly mediationId: MediationId;
  readonly kind: RoomKind;
  readonly partyId: Id<'MediationParty'> | undefined;
};

/** Something that was written in a room; without a party the mediator wrote it. Its words are sealed. */
export type MediationMessage = {
  readonly id: Id<'MediationMessage'>;
  readonly roomId: RoomId;
  readonly mediationId: MediationId;
  readonly partyId: Id<'MediationParty'> | undefined;
  readonly sentAt: Date;
};

/** A meeting in the joint room or in that of one party; where it is held is sealed. */
export type MediationSession = {
  readonly id: Id<'MediationSession'>;
  readonly mediationId: MediationId;
  readonly partyId: Id<'MediationParty'> | undefined;
  readonly startsAt: Date;
};

/** Where a sealed text of a mediation belongs; it cannot be opened anywhere else. */
export type MediationPlace = { readonly mediationId: MediationId; readonly place: string };

/** The places of a mediation's sealed words. */
export const mediationPlaces = {
  request: 'request',
  partyName: (id: Id<'MediationParty'>): string => `party/${id}/name`,
  message: (id: Id<'MediationMessage'>): string => `message/${id}`,
  session: (id: Id<'MediationSession'>): string => `session/${id}`,
  term: (id: Id<'MediationTerm'>): string => `term/${id}`,
} as const;

/** Who reads words of a mediation on record: whoever screens it, and the mediator. */
export type MediationReading = {
  readonly id: Id<'MediationReading'>;
  readonly mediationId: MediationId;
  readonly layer: Exclude<MediationLayer, 'MEDIATOR'>;
  readonly partyId: Id<'MediationParty'> | undefined;
  readonly readerRole: 'SCREENER' | 'MEDIATOR';
  readonly at: Date;
};

/** Checks what somebody writes in a room. */
export function checkMessage(body: string): Result<string, ValidationError> {
  return new FieldChecks().text('body', body, { max: 5000 }).finish(body.trim());
}

/** Checks a meeting: in the future and somewhere. */
export function checkSession(
  session: { readonly startsAt: Date; readonly place: string },
  now: Date,
): Result<string, ValidationError> {
  return new FieldChecks()
    .text('place', session.place, { max: 200 })
    .that(session.startsAt > now, 'startsAt', 'OUT_OF_RANGE', 'Choose a time that is still to come.')
    .finish(session.place.trim());
}
