import type { Clock, IdSource } from '@guildhall/kernel';
import type { IdempotentTransaction, Transaction } from '@guildhall/subgraph';
import type { ActivityRepository } from './activity/activity.repository.js';
import type { RegistrationRepository } from './registration/registration.repository.js';
import type { SeatRepositories } from './wiring/registrations.js';
import type { QuestionRepositories } from './wiring/questions.js';
import type { StrikeRepositories } from './wiring/strikes.js';
import type { DoorKeys } from './pass/pass.js';
import type { DoorRepositories } from './wiring/door.js';
import type { SeatQueue } from './registration/seat-queue.js';
import type { OrganisingRepositories } from './wiring/organising.js';
import type { CalendarTokens } from './calendar-feed/calendar-feed.js';
import type { FindingRepositories } from './wiring/finding.js';
import type { AfterRepositories } from './wiring/after.js';
import type { DrawingRepositories } from './wiring/fair-start.js';
import type { ServiceRepositories } from './wiring/service.js';
import type { TrainingRepositories } from './wiring/training.js';
import type { ApprovalRepositories } from './wiring/approvals.js';
import type { VenueRepositories } from './wiring/venues.js';
import type { SeatAnswer, SeatRequest } from './registration/use-cases/settle-registrations.js';

/** The repositories a use case of this service can work with. */
export type Repositories = SeatRepositories &
  QuestionRepositories &
  StrikeRepositories &
  DrawingRepositories &
  AfterRepositories &
  DoorRepositories &
  VenueRepositories &
  ApprovalRepositories &
  ServiceRepositories &
  TrainingRepositories &
  FindingRepositories &
  OrganisingRepositories & {
    readonly activities: ActivityRepository;
    readonly registrations: RegistrationRepository;
  };

/** What every use case of this service takes first. */
export type Deps = {
  readonly transaction: Transaction<Repositories>;
  readonly idempotentTransaction: IdempotentTransaction<Repositories>;
  readonly seatQueue: SeatQueue<SeatRequest, SeatAnswer>;
  readonly clock: Clock;
  readonly ids: IdSource;
  /** Makes and recognises the secrets of calendar addresses. */
  readonly calendarTokens: CalendarTokens;
  /** The zone that days and times of day on campus are told in. */
  readonly campusZone: string;
  /** The key of the door; without one there are neither passes nor codes. */
  readonly doorKeys: DoorKeys | undefined;
};
