import type { MigrationClass } from '@guildhall/subgraph';
import { CreateSpine1780000000001 } from '../migrations/0001-create-spine.js';
import { CreateResource1780000000002 } from '../migrations/0002-create-resource.js';
import { CreateLearningPath1780000000003 } from '../migrations/0003-create-learning-path.js';
import { CreateEnrolment1780000000004 } from '../migrations/0004-create-enrolment.js';
import { AddConstituency1780000000005 } from '../migrations/0005-add-constituency.js';
import { CreatePersonalData1780000000006 } from '../migrations/0006-create-personal-data.js';
import { CreateRecord1780000000007 } from '../migrations/0007-create-record.js';
import { CompleteLibrary1780000000008 } from '../migrations/0008-complete-library.js';
import { ExtendPaths1780000000009 } from '../migrations/0009-extend-paths.js';
import { CreateQuiz1780000000010 } from '../migrations/0010-create-quiz.js';
import { CreateCredential1780000000012 } from '../migrations/0012-create-credential.js';
import { CreateStudyGroup1780000000011 } from '../migrations/0011-create-study-group.js';
import { CreateHandover1780000000013 } from '../migrations/0013-create-handover.js';
import { AnnounceTraining1780000000014 } from '../migrations/0014-announce-training.js';
import { CreateResourceFile1780000000015 } from '../migrations/0015-create-resource-file.js';

/** Every migration, oldest first. */
export const migrations: readonly MigrationClass[] = [
  CreateSpine1780000000001,
  CreateResource1780000000002,
  CreateLearningPath1780000000003,
  CreateEnrolment1780000000004,
  AddConstituency1780000000005,
  CreatePersonalData1780000000006,
  CreateRecord1780000000007,
  CompleteLibrary1780000000008,
  ExtendPaths1780000000009,
  CreateQuiz1780000000010,
  CreateStudyGroup1780000000011,
  CreateCredential1780000000012,
  CreateHandover1780000000013,
  AnnounceTraining1780000000014,
  CreateResourceFile1780000000015,
];
