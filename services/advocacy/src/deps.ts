import type { Files } from '@guildhall/files';
import type { Clock, IdSource } from '@guildhall/kernel';
import type { Mailer } from '@guildhall/mail';
import type { IdempotentTransaction, Transaction } from '@guildhall/subgraph';
import type { AttachmentRepository } from './attachment/attachment.repository.js';
import type { AuthorityRepository } from './authority/authority.repository.js';
import type { RepresentativeRepository } from './representative/representative.repository.js';
import type { CaseRepository } from './case/case.repository.js';
import type { FileRepositories } from './file-repositories.js';
import type { BundleBuilder } from './case-export/bundle.js';
import type { ClosingRepositories } from './wiring/closing-repositories.js';
import type { CourseRepository } from './course/course.repository.js';
import type { DeadlineRepository } from './deadline/deadline.repository.js';
import type { DepartmentDeps, DepartmentRepositories } from './department-wing.js';
import type { DepartmentRepository } from './department/department.repository.js';
import type { ReceiptRepository } from './receipt/receipt.repository.js';
import type { LessonRepository } from './lesson/lesson.repository.js';
import type { ReferralRepository } from './referral/referral.repository.js';
import type { EmergencyAccessRepository } from './emergency-access/emergency-access.repository.js';
import type { InboxSettingsRepository } from './inbox/inbox-settings.repository.js';
import type { IssueRepositories } from './issue/issue.repositories.js';
import type { InboxRepository } from './inbox/inbox.repository.js';
import type { NoticeLinks } from './inbox/mail.js';
import type { MailRepository } from './inbox/mail.repository.js';
import type { OwnCopyReader } from './own-copy-reader.js';
import type { TemplateRepository } from './template/template.repository.js';
import type { MediationRepository } from './mediation/mediation.repository.js';
import type { MediationSideRepository } from './mediation/mediation-side.repository.js';
import type { MediationRoomRepository } from './mediation-room/mediation-room.repository.js';
import type { MediationTextRepository } from './mediation-room/mediation-text.repository.js';
import type { MediationTermRepository } from './mediation-term/mediation-term.repository.js';
import type { MediatorRepository } from './mediator/mediator.repository.js';
import type { IdeaRepository } from './idea/idea.repository.js';
import type { ProposalRepositories } from './proposal/proposal.repositories.js';
import type { Vault } from './sealing/sealing.js';
import type { UpdateRepository } from './update/update.repository.js';
import type { SealedTextRepository } from './sealing/sealed-text.repository.js';

/** The repositories a use case of this service can work with. */
export type Repositories = DepartmentRepositories &
  ClosingRepositories &
  FileRepositories &
  IssueRepositories &
  ProposalRepositories & {
    readonly attachments: AttachmentRepository;
    readonly authorities: AuthorityRepository;
    readonly representatives: RepresentativeRepository;
    readonly cases: CaseRepository;
    readonly courses: CourseRepository;
    readonly deadlines: DeadlineRepository;
    readonly departments: DepartmentRepository;
    readonly emergencies: EmergencyAccessRepository;
    readonly ideas: IdeaRepository;
    readonly inbox: InboxRepository;
    readonly inboxSettings: InboxSettingsRepository;
    readonly mails: MailRepository;
    readonly mediationRooms: MediationRoomRepository;
    readonly mediations: MediationRepository;
    readonly mediationSides: MediationSideRepository;
    readonly mediationTerms: MediationTermRepository;
    readonly mediationTexts: MediationTextRepository;
    readonly mediators: MediatorRepository;
    readonly receipts: ReceiptRepository;
    readonly lessons: LessonRepository;
    readonly referrals: ReferralRepository;
    readonly sealedTexts: SealedTextRepository;
    readonly templates: TemplateRepository;
    readonly updates: UpdateRepository;
  };

/** What every use case of this service takes first. */
export type Deps = DepartmentDeps & {
  readonly transaction: Transaction<Repositories>;
  readonly idempotentTransaction: IdempotentTransaction<Repositories>;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly vault: Vault;
  /** What files are taken and given with; absent where none are. */
  readonly files: Files | undefined;
  readonly campusZone: string;
  /** Builds bundles for external adjudicators apart from requests. */
  readonly bundles: BundleBuilder;
  /** Absent where no mail goes out. */
  readonly mailer: Mailer | undefined;
  readonly mailLinks: NoticeLinks;
  readonly readOwnCopy: OwnCopyReader;
  /** How many anonymous cases are taken in an hour; a flood of them would keep the team from everybody else. */
  readonly anonymousCasesPerHour: number;
};
