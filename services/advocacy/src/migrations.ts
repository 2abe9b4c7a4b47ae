import type { MigrationClass } from '@guildhall/subgraph';
import { CreateSpine1780000000001 } from '../migrations/0001-create-spine.js';
import { CreateDepartment1780000000002 } from '../migrations/0002-create-department.js';
import { CreateCase1780000000003 } from '../migrations/0003-create-case.js';
import { CreateReferral1780000000004 } from '../migrations/0004-create-referral.js';
import { CreateDisclosure1780000000005 } from '../migrations/0005-create-disclosure.js';
import { CreateReceipt1780000000006 } from '../migrations/0006-create-receipt.js';
import { CreateAttachment1780000000007 } from '../migrations/0007-create-attachment.js';
import { FileWalls1780000000008 } from '../migrations/0008-file-walls.js';
import { FileLayers1780000000009 } from '../migrations/0009-file-layers.js';
import { KeepDeadlines1780000000010 } from '../migrations/0010-keep-deadlines.js';
import { CreateInbox1780000000012 } from '../migrations/0012-create-inbox.js';
import { CloseTheLoop1780000000011 } from '../migrations/0011-close-the-loop.js';
import { GuardLedger1780000000013 } from '../migrations/0013-guard-ledger.js';
import { AddConstituency1780000000014 } from '../migrations/0014-add-constituency.js';
import { CreateIssue1780000000015 } from '../migrations/0015-create-issue.js';
import { CreateUpdate1780000000016 } from '../migrations/0016-create-update.js';
import { CreateProposal1780000000017 } from '../migrations/0017-create-proposal.js';
import { CompleteReferral1780000000018 } from '../migrations/0018-complete-referral.js';
import { CreateWebhook1780000000019 } from '../migrations/0019-create-webhook.js';
import { CreateMediation1780000000020 } from '../migrations/0020-create-mediation.js';
import { CreateMediationRoom1780000000021 } from '../migrations/0021-create-mediation-room.js';
import { CreateIdea1780000000022 } from '../migrations/0022-create-idea.js';
import { RaiseByConsent1780000000024 } from '../migrations/0024-raise-by-consent.js';
import { ForgetSupporters1780000000023 } from '../migrations/0023-forget-supporters.js';

/** Every migration, oldest first. */
export const migrations: readonly MigrationClass[] = [
  CreateSpine1780000000001,
  CreateDepartment1780000000002,
  CreateCase1780000000003,
  CreateReferral1780000000004,
  CreateDisclosure1780000000005,
  CreateReceipt1780000000006,
  CreateAttachment1780000000007,
  FileWalls1780000000008,
  FileLayers1780000000009,
  KeepDeadlines1780000000010,
  CloseTheLoop1780000000011,
  CreateInbox1780000000012,
  GuardLedger1780000000013,
  AddConstituency1780000000014,
  CreateIssue1780000000015,
  CreateUpdate1780000000016,
  CreateProposal1780000000017,
  CompleteReferral1780000000018,
  CreateWebhook1780000000019,
  CreateMediation1780000000020,
  CreateMediationRoom1780000000021,
  CreateIdea1780000000022,
  ForgetSupporters1780000000023,
  RaiseByConsent1780000000024,
];
