import type { LifeRepositories } from './wiring/personal-data.js';
import type { GroupLifeRepositories } from './wiring/groups.js';
import type { Clock, IdSource } from '@guildhall/kernel';
import type { Mailer } from '@guildhall/mail';
import type { IdempotentTransaction, Transaction } from '@guildhall/subgraph';
import type { AppointmentRepository } from './appointment/appointment.repository.js';
import type { BlockRepository } from './block/block.repository.js';
import type { ConnectionRepository } from './connection/connection.repository.js';
import type { ConstituencyRepository } from './constituency/constituency.repository.js';
import type { ConversationRepository } from './conversation/conversation.repository.js';
import type { ActivityNeedsRepositories } from './wiring/activity-needs.js';
import type { BallotRepositories } from './wiring/elections-ballots.js';
import type { CandidateRepositories } from './wiring/elections-candidates.js';
import type { CountRepositories } from './wiring/elections-count.js';
import type { ElectionLifeRepositories } from './wiring/elections-life.js';
import type { GoingRepositories } from './wiring/going.js';
import type { TrainingRepositories } from './wiring/training.js';
import type { CircleRepositories } from './wiring/circles.js';
import type { MessageRepository } from './conversation/message.repository.js';
import type { ConsentRepository } from './consent/consent.repository.js';
import type { DiscoverabilityRepository } from './discovery/discoverability.repository.js';
import type { GroupRepository } from './group/group.repository.js';
import type { HelpRepositories } from './wiring/help.js';
import type { MandateRepository } from './group/mandate.repository.js';
import type { MemberRepository } from './member/member.repository.js';
import type { NeedsRepository } from './needs/needs.repository.js';
import type { ReportRepository } from './moderation/moderation.repository.js';
import type { NotificationMailRepository } from './notification/mail.repository.js';
import type { NotificationRepository } from './notification/notification.repository.js';
import type { NotificationSettingsRepository } from './notification/settings.repository.js';
import type { Signer } from './notification/settings.js';
import type { SearchRepository } from './search/search.repository.js';
import type { PostReactionRepository } from './post-reaction/post-reaction.repository.js';
import type { PostReplyRepository } from './post-reply/post-reply.repository.js';
import type { RaiseRequestRepository } from './raise-request/raise-request.repository.js';
import type { PostRepository } from './post/post.repository.js';
import type { SuggestionRepository } from './suggestion/suggestion.repository.js';

/** The repositories a use case of this service can work with. */
export type Repositories = CircleRepositories &
  ActivityNeedsRepositories &
  GoingRepositories &
  TrainingRepositories &
  ElectionLifeRepositories &
  CandidateRepositories &
  CountRepositories &
  BallotRepositories &
  HelpRepositories &
  LifeRepositories &
  GroupLifeRepositories & {
    readonly members: MemberRepository;
    readonly connections: ConnectionRepository;
    readonly blocks: BlockRepository;
    readonly discoverability: DiscoverabilityRepository;
    readonly suggestions: SuggestionRepository;
    readonly consents: ConsentRepository;
    readonly needs: NeedsRepository;
    readonly search: SearchRepository;
    readonly groups: GroupRepository;
    readonly mandates: MandateRepository;
    readonly notifications: NotificationRepository;
    readonly notificationMails: NotificationMailRepository;
    readonly notificationSettings: NotificationSettingsRepository;
    readonly appointments: AppointmentRepository;
    readonly constituencies: ConstituencyRepository;
    readonly posts: PostRepository;
    readonly postReplies: PostReplyRepository;
    readonly postReactions: PostReactionRepository;
    readonly raiseRequests: RaiseRequestRepository;
    readonly reports: ReportRepository;
    readonly conversations: ConversationRepository;
    readonly messages: MessageRepository;
  };

/** What mail goes out with; `portalUrl` is where it leads to. */
export type MailDeps = { readonly mailer: Mailer; readonly signer: Signer; readonly portalUrl: string };

/** What every use case of this service takes first. */
export type Deps = {
  readonly transaction: Transaction<Repositories>;
  readonly idempotentTransaction: IdempotentTransaction<Repositories>;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly campusZone: string;
  /** Absent where no mail goes out. */
  readonly mail: MailDeps | undefined;
};
