import type { Clock, IdSource } from '@guildhall/kernel';
import type { IdempotentTransaction, Transaction } from '@guildhall/subgraph';
import type { AppointmentRepository } from './appointment/appointment.repository.js';
import type { ConnectionRepository } from './connection/connection.repository.js';
import type { ConstituencyRepository } from './constituency/constituency.repository.js';
import type { ConversationRepository } from './conversation/conversation.repository.js';
import type { MessageRepository } from './conversation/message.repository.js';
import type { ConsentRepository } from './consent/consent.repository.js';
import type { GroupRepository } from './group/group.repository.js';
import type { MandateRepository } from './group/mandate.repository.js';
import type { MemberRepository } from './member/member.repository.js';
import type { NeedsRepository } from './needs/needs.repository.js';
import type { ReportRepository } from './moderation/moderation.repository.js';
import type { NotificationRepository } from './notification/notification.repository.js';
import type { PostRepository } from './post/post.repository.js';

/** The repositories a use case of this service can work with. */
export type Repositories = {
  readonly members: MemberRepository;
  readonly connections: ConnectionRepository;
  readonly consents: ConsentRepository;
  readonly needs: NeedsRepository;
  readonly groups: GroupRepository;
  readonly mandates: MandateRepository;
  readonly notifications: NotificationRepository;
  readonly appointments: AppointmentRepository;
  readonly constituencies: ConstituencyRepository;
  readonly posts: PostRepository;
  readonly reports: ReportRepository;
  readonly conversations: ConversationRepository;
  readonly messages: MessageRepository;
};

/** What every use case of this service takes first. */
export type Deps = {
  readonly transaction: Transaction<Repositories>;
  readonly idempotentTransaction: IdempotentTransaction<Repositories>;
  readonly clock: Clock;
  readonly ids: IdSource;
};
