import { ShareNeedsAtActivity1780000000029 } from '../migrations/0029-share-needs-at-activity.js';
import { KnowActivityPlaces1780000000028 } from '../migrations/0028-know-activity-places.js';
import { CreateSuspension1780000000019 } from '../migrations/0019-create-suspension.js';
import { CreatePersonalData1780000000020 } from '../migrations/0020-create-personal-data.js';
import type { MigrationClass } from '@guildhall/subgraph';
import { CreateHelp1780000000025 } from '../migrations/0025-create-help.js';
import { CreateHelpCredit1780000000026 } from '../migrations/0026-create-help-credit.js';
import { TellOfPlaces1780000000027 } from '../migrations/0027-tell-of-places.js';
import { CreateSpine1780000000001 } from '../migrations/0001-create-spine.js';
import { CreateMember1780000000002 } from '../migrations/0002-create-member.js';
import { CreateGroup1780000000003 } from '../migrations/0003-create-group.js';
import { CreateAppointment1780000000004 } from '../migrations/0004-create-appointment.js';
import { CreateActorViews1780000000005 } from '../migrations/0005-create-actor-views.js';
import { AddConstituency1780000000006 } from '../migrations/0006-add-constituency.js';
import { CreatePost1780000000008 } from '../migrations/0008-create-post.js';
import { AppointByTwo1780000000009 } from '../migrations/0009-appoint-by-two.js';
import { CreateNotification1780000000010 } from '../migrations/0010-create-notification.js';
import { CreateNotificationMail1780000000011 } from '../migrations/0011-create-notification-mail.js';
import { CreateConnection1780000000012 } from '../migrations/0012-create-connection.js';
import { CreateModeration1780000000021 } from '../migrations/0021-create-moderation.js';
import { OpenCampusSpace1780000000022 } from '../migrations/0022-open-campus-space.js';
import { CreateDiscovery1780000000013 } from '../migrations/0013-create-discovery.js';
import { CreateConversation1780000000023 } from '../migrations/0023-create-conversation.js';
import { AdmitToGroups1780000000014 } from '../migrations/0014-admit-to-groups.js';
import { AffiliateYearly1780000000015 } from '../migrations/0015-affiliate-yearly.js';
import { CreateConsent1780000000016 } from '../migrations/0016-create-consent.js';
import { CreateNeeds1780000000017 } from '../migrations/0017-create-needs.js';
import { CreateSearch1780000000018 } from '../migrations/0018-create-search.js';
import { CreateCircle1780000000024 } from '../migrations/0024-create-circle.js';
import { CreateCandidate1780000000032 } from '../migrations/0032-create-candidate.js';
import { CreateBallot1780000000033 } from '../migrations/0033-create-ballot.js';
import { CreateCountResult1780000000034 } from '../migrations/0034-create-count-result.js';
import { RequireTraining1780000000035 } from '../migrations/0035-require-training.js';
import { CreateElection1780000000031 } from '../migrations/0031-create-election.js';
import { ShareGoing1780000000030 } from '../migrations/0030-share-going.js';
import { TellOfBlocks1780000000036 } from '../migrations/0036-tell-of-blocks.js';

/** Every migration, oldest first. */
export const migrations: readonly MigrationClass[] = [
  CreateSpine1780000000001,
  CreateMember1780000000002,
  CreateGroup1780000000003,
  CreateAppointment1780000000004,
  CreateActorViews1780000000005,
  AddConstituency1780000000006,
  CreatePost1780000000008,
  AppointByTwo1780000000009,
  CreateNotification1780000000010,
  CreateNotificationMail1780000000011,
  CreateConnection1780000000012,
  CreateDiscovery1780000000013,
  AdmitToGroups1780000000014,
  AffiliateYearly1780000000015,
  CreateConsent1780000000016,
  CreateNeeds1780000000017,
  CreateSearch1780000000018,
  CreateSuspension1780000000019,
  CreatePersonalData1780000000020,
  CreateModeration1780000000021,
  OpenCampusSpace1780000000022,
  CreateConversation1780000000023,
  CreateCircle1780000000024,
  CreateHelp1780000000025,
  CreateHelpCredit1780000000026,
  TellOfPlaces1780000000027,
  KnowActivityPlaces1780000000028,
  ShareNeedsAtActivity1780000000029,
  ShareGoing1780000000030,
  CreateElection1780000000031,
  CreateCandidate1780000000032,
  CreateBallot1780000000033,
  CreateCountResult1780000000034,
  RequireTraining1780000000035,
  TellOfBlocks1780000000036,
];
