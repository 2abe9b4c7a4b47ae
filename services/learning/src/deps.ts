import type { Files } from '@guildhall/files';
import type { Clock, IdSource } from '@guildhall/kernel';
import type { IdempotentTransaction, Transaction, Unit } from '@guildhall/subgraph';
import type { EnrolmentRepository } from './enrolment/enrolment.repository.js';
import type { PathRepository } from './path/path.repository.js';
import type { ResourceRepository } from './resource/resource.repository.js';
import type { LibraryRepositories } from './wiring/library.js';
import type { PathRepositories } from './wiring/paths.js';
import type { HandoverRepositories } from './wiring/handover.js';
import type { QuizRepositories } from './wiring/quizzes.js';
import type { StudyRepositories } from './wiring/study.js';
import type { CredentialDeps, CredentialRepositories } from './wiring/credentials.js';
import type { RecordRepositories } from './wiring/record.js';

/** The repositories a use case of this service can work with. */
export type Repositories = {
  readonly resources: ResourceRepository;
  readonly paths: PathRepository;
  readonly enrolments: EnrolmentRepository;
} & LibraryRepositories &
  PathRepositories &
  HandoverRepositories &
  QuizRepositories &
  StudyRepositories &
  RecordRepositories &
  CredentialRepositories;

/** What works inside somebody's transaction, a handler's or a use case's: everything but idempotency keys. */
export type FactUnit = Omit<Unit<Repositories>, 'keys'>;

/** What every use case of this service takes first. */
export type Deps = CredentialDeps & {
  readonly transaction: Transaction<Repositories>;
  readonly idempotentTransaction: IdempotentTransaction<Repositories>;
  /** What files are taken and given with; absent where none are. */
  readonly files: Files | undefined;
  readonly clock: Clock;
  readonly ids: IdSource;
  /** The zone that days on campus are told in. */
  readonly campusZone: string;
};
