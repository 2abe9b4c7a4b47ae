/** Mutations of departments and their systems, whose answers are reached in answers-department.int.test.ts. */
export const reachedForDepartments: readonly string[] = [
  'addReferralMilestone',
  'completeReferralMilestone',
  'createDepartment',
  'createWebhook',
  'deleteWebhook',
  'editDepartment',
  'handReferral',
  'registerApiClient',
  'resendWebhookDelivery',
  'revokeApiClient',
  'rotateApiClientSecret',
  'rotateWebhookSecret',
  'setDepartmentStatus',
  'setWebhookStatus',
  'testWebhook',
];
