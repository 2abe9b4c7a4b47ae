import type { Clock, IdSource } from '@guildhall/kernel';
import type { Transaction } from '@guildhall/subgraph';
import type { EnrolmentRepository } from './enrolment/enrolment.repository.js';
import type { PathRepository } from './path/path.repository.js';
import type { ResourceRepository } from './resource/resource.repository.js';

/** The repositories a use case of this service can work with. */
export type Repositories = {
  readonly resources: ResourceRepository;
  readonly paths: PathRepository;
  readonly enrolments: EnrolmentRepository;
};

/** What every use case of this service takes first. */
export type Deps = {
  readonly transaction: Transaction<Repositories>;
  readonly clock: Clock;
  readonly ids: IdSource;
};
