import type { MigrationClass } from '@guildhall/subgraph';
import { CreateSpine1780000000001 } from '../migrations/0001-create-spine.js';
import { CreateActivity1780000000002 } from '../migrations/0002-create-activity.js';
import { CreateRegistration1780000000003 } from '../migrations/0003-create-registration.js';
import { AddConstituency1780000000004 } from '../migrations/0004-add-constituency.js';
import { CreatePersonalData1780000000005 } from '../migrations/0005-create-personal-data.js';
import { CompleteRegistration1780000000006 } from '../migrations/0006-complete-registration.js';
import { CreatePool1780000000007 } from '../migrations/0007-create-pool.js';
import { CreateFairStart1780000000008 } from '../migrations/0008-create-fair-start.js';
import { CreateAfter1780000000009 } from '../migrations/0009-create-after.js';
import { CreateQuestion1780000000011 } from '../migrations/0011-create-question.js';
import { CreateStrike1780000000010 } from '../migrations/0010-create-strike.js';
import { CreateCheckpoint1780000000012 } from '../migrations/0012-create-checkpoint.js';
import { CreateDoorScan1780000000013 } from '../migrations/0013-create-door-scan.js';
import { CreateTeam1780000000014 } from '../migrations/0014-create-team.js';
import { CreateOrganising1780000000015 } from '../migrations/0015-create-organising.js';
import { CreateVenue1780000000016 } from '../migrations/0016-create-venue.js';
import { CreateBooking1780000000017 } from '../migrations/0017-create-booking.js';
import { CreateApproval1780000000018 } from '../migrations/0018-create-approval.js';
import { CreateServiceHost1780000000019 } from '../migrations/0019-create-service-host.js';
import { CreateShift1780000000020 } from '../migrations/0020-create-shift.js';
import { CreateHoursClaim1780000000021 } from '../migrations/0021-create-hours-claim.js';
import { FindActivities1780000000022 } from '../migrations/0022-find-activities.js';
import { CreateCalendarFeed1780000000023 } from '../migrations/0023-create-calendar-feed.js';
import { CreateSeries1780000000024 } from '../migrations/0024-create-series.js';
import { RequireTraining1780000000025 } from '../migrations/0025-require-training.js';
import { CreateShadowAccess1780000000026 } from '../migrations/0026-create-shadow-access.js';
import { TellWhatStands1780000000027 } from '../migrations/0027-tell-what-stands.js';

/** Every migration, oldest first. */
export const migrations: readonly MigrationClass[] = [
  CreateSpine1780000000001,
  CreateActivity1780000000002,
  CreateRegistration1780000000003,
  AddConstituency1780000000004,
  CreatePersonalData1780000000005,
  CompleteRegistration1780000000006,
  CreatePool1780000000007,
  CreateFairStart1780000000008,
  CreateAfter1780000000009,
  CreateStrike1780000000010,
  CreateQuestion1780000000011,
  CreateCheckpoint1780000000012,
  CreateDoorScan1780000000013,
  CreateTeam1780000000014,
  CreateOrganising1780000000015,
  CreateVenue1780000000016,
  CreateBooking1780000000017,
  CreateApproval1780000000018,
  CreateServiceHost1780000000019,
  CreateShift1780000000020,
  CreateHoursClaim1780000000021,
  FindActivities1780000000022,
  CreateCalendarFeed1780000000023,
  CreateSeries1780000000024,
  RequireTraining1780000000025,
  CreateShadowAccess1780000000026,
  TellWhatStands1780000000027,
];
