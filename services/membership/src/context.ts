import type { BaseContext, PersonalDataContext } from '@guildhall/subgraph';
import type { LifeRepositories } from './wiring/personal-data.js';
import type { MandateRepository } from './group/mandate.repository.js';
import type { GroupLifeRepositories } from './wiring/groups.js';
import type { BlockRepository } from './block/block.repository.js';
import type { ConnectionRepository } from './connection/connection.repository.js';
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
import type { AppointmentRepository } from './appointment/appointment.repository.js';
import type { HelpInsightsRepository } from './help-insights/help-insights.repository.js';
import type { HelpRepositories } from './wiring/help.js';
import type { InsightsRepository } from './insights/insights.repository.js';
import type { MemberRepository } from './member/member.repository.js';
import type { NotificationRepository } from './notification/notification.repository.js';
import type { NotificationSettingsRepository } from './notification/settings.repository.js';
import type { Loaders } from './loaders.js';
import type { ReportRepository } from './moderation/moderation.repository.js';
import type { NeedsRepository } from './needs/needs.repository.js';
import type { SearchRepository } from './search/search.repository.js';
import type { PostReactionRepository } from './post-reaction/post-reaction.repository.js';
import type { PostReplyRepository } from './post-reply/post-reply.repository.js';
import type { RaiseRequestRepository } from './raise-request/raise-request.repository.js';
import type { PostRepository } from './post/post.repository.js';
import type { SuggestionRepository } from './suggestion/suggestion.repository.js';
import type { UseCases } from './use-cases.js';

/** What a resolver of this service works with for one request. */
export type Context = BaseContext &
  PersonalDataContext & {
    readonly loaders: Loaders;
    readonly read: CircleRepositories &
      ActivityNeedsRepositories &
      GoingRepositories &
      TrainingRepositories &
      ElectionLifeRepositories &
      CandidateRepositories &
      CountRepositories &
      BallotRepositories &
      LifeRepositories &
      GroupLifeRepositories &
      HelpRepositories & {
        readonly members: MemberRepository;
        readonly notifications: NotificationRepository;
        readonly notificationSettings: NotificationSettingsRepository;
        readonly connections: ConnectionRepository;
        readonly blocks: BlockRepository;
        readonly discoverability: DiscoverabilityRepository;
        readonly suggestions: SuggestionRepository;
        readonly consents: ConsentRepository;
        readonly needs: NeedsRepository;
        readonly search: SearchRepository;
        readonly groups: GroupRepository;
        readonly mandates: MandateRepository;
        readonly appointments: AppointmentRepository;
        readonly posts: PostRepository;
        readonly postReplies: PostReplyRepository;
        readonly postReactions: PostReactionRepository;
        readonly raiseRequests: RaiseRequestRepository;
        readonly reports: ReportRepository;
        readonly conversations: ConversationRepository;
        readonly messages: MessageRepository;
        readonly insights: InsightsRepository;
        readonly helpInsights: HelpInsightsRepository;
      };
    readonly membership: UseCases;
    readonly hasMail: boolean;
  };
