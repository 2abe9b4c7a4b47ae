// Types of the graph and of every document in src, from the committed API schema. Each part gets a module with its own documents alone,
// because all of them together would be loaded with every page.
const parts = {
  roles: ['src/roles/*.graphql'],
  queue: ['src/queue/case-queue.graphql', 'src/case/deadline-dates.graphql'],
  'queue-forms': ['src/queue/{queue-forms,case-workers}.graphql'],
  case: ['src/case/{desk-case,deadline-dates,message-text}.graphql', 'src/referral/referral-file.graphql'],
  'file-side': ['src/file-side/*.graphql', 'src/safeguarding/step-facts.graphql'],
  safeguarding: ['src/safeguarding/*.graphql'],
  oversight: ['src/oversight/*.graphql', 'src/safeguarding/step-facts.graphql'],
  relatives: ['src/relatives/*.graphql'],
  ties: ['src/ties/*.graphql'],
  course: ['src/course/course.graphql'],
  'course-forms': ['src/course/course-forms.graphql'],
  rules: ['src/rules/*.graphql'],
  kept: ['src/kept/*.graphql'],
  common: ['src/common/*.graphql'],
  'later-messages': ['src/case/{later-messages,message-text}.graphql'],
  'case-forms': ['src/case/case-forms.graphql'],
  referral: ['src/referral/*.graphql'],
  refer: ['src/refer/*.graphql'],
  departments: ['src/departments/*.graphql'],
  appointments: ['src/appointments/appointments.graphql'],
  'grant-form': ['src/appointments/grant-form.graphql'],
  'dead-letters': ['src/dead-letters/*.graphql'],
  moderation: ['src/moderation/*.graphql'],
  mediations: ['src/mediation/mediations.graphql'],
  'mediation-room': ['src/mediation/mediation-room.graphql'],
  'mediation-forms': ['src/mediation/mediation-forms.graphql'],
  'propose-mediation': ['src/mediation/propose-mediation.graphql'],
  inbox: ['src/inbox/*.graphql'],
  emergency: ['src/emergency/{emergency-list,emergency-access}.graphql'],
  'emergency-forms': ['src/emergency/emergency-forms.graphql'],
  register: ['src/register/register.graphql'],
  'register-forms': ['src/register/register-forms.graphql'],
};

const output = {
  preset: 'client',
  presetConfig: { fragmentMasking: false },
  config: {
    documentMode: 'string',
    enumsAsTypes: true,
    useTypeImports: true,
    immutableTypes: true,
    strictScalars: true,
    scalars: { DateTime: 'string', Date: 'string' },
    emitLegacyCommonJSImports: false,
    importExtension: '.js',
  },
};

export default {
  schema: '../../gateway/api.graphql',
  generates: Object.fromEntries(
    Object.entries(parts).map(([part, documents]) => [`src/generated/${part}/`, { ...output, documents }]),
  ),
};
