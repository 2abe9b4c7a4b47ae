import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  Card,
  CheckboxField,
  EmptyState,
  Form,
  Notice,
  Page,
  QueryView,
  RadioField,
  SelectField,
  SignedIn,
  Stack,
  TextAreaField,
  TextField,
  useForm,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { graphql, withFaults } from '../graph/graphql.js';
import { useAction } from '../graph/use-action.js';
import { courseName } from './course-name.js';
import { issueTypes, oneOf } from './kinds.js';
import { DepartmentField } from './RaiseAction.js';
import { SimilarIssues } from './SimilarIssues.js';
import { spacesDocument, type ShownSpace } from './spaces-document.js';

export { words } from './words.js';

const postDocument = withFaults(
  graphql(`
    mutation PostIssue($input: PostIssueInput!) {
      postIssue(input: $input) {
        __typename
        ... on PostIssueSuccess {
          issue {
            id
          }
        }
        ...Fault
      }
    }
  `),
);

const ideaDocument = graphql(`
  query IdeaToRaise($id: ID!) {
    post(id: $id) {
      id
      body
    }
  }
`);

/** Writes to one's course, with what others wrote about the same beside it. */
export function NewIssuePage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('newIssue.title')} lead={t('newIssue.lead')}>
      <SignedIn>
        <Spaces />
      </SignedIn>
    </Page>
  );
}

function Spaces(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(spacesDocument, {});
  const own = (spaces: readonly ShownSpace[] | null | undefined): readonly ShownSpace[] =>
    (spaces ?? []).filter(({ isStudent }) => isStudent);
  return (
    <QueryView
      query={query}
      isEmpty={({ viewer }) => own(viewer.issueSpaces).length === 0}
      empty={
        <EmptyState picture="door" title={t('issues.noCourse')}>
          {t('issues.noCourseLead')}
        </EmptyState>
      }
    >
      {({ viewer }) => <FromIdea spaces={own(viewer.issueSpaces)} />}
    </QueryView>
  );
}

/** Begins with the words of the idea that the address names, if any. */
function FromIdea({ spaces }: { readonly spaces: readonly ShownSpace[] }): ReactElement {
  const search: unknown = useSearch({ strict: false });
  const idea: unknown = typeof search === 'object' && search !== null ? Reflect.get(search, 'idea') : undefined;
  const id = typeof idea === 'string' ? idea : undefined;
  const query = useGraphQuery(ideaDocument, { id: id ?? '' }, { isPaused: id === undefined });
  if (id === undefined) return <NewIssue spaces={spaces} idea={undefined} />;
  return <QueryView query={query}>{({ post }) => <NewIssue spaces={spaces} idea={post ?? undefined} />}</QueryView>;
}

type NewIssueProps = {
  readonly spaces: readonly ShownSpace[];
  readonly idea: { readonly id: string; readonly body: string } | undefined;
};

function usePostForm({ spaces, idea }: NewIssueProps) {
  const { language } = useTexts();
  const navigate = useNavigate();
  const post = useAction(postDocument, (data) => data.postIssue);
  return useForm({
    initial: {
      constituencyId: spaces[0]?.id ?? '',
      type: idea === undefined ? 'ISSUE' : 'IDEA',
      title: '',
      body: idea?.body ?? '',
      departmentId: '',
      namedToCourse: false,
      namedToDepartment: false,
    },
    submit: ({ type, ...values }, idempotencyKey) =>
      post({
        input: {
          ...values,
          type: oneOf(issueTypes, type) ?? 'ISSUE',
          originPostId: idea?.id,
          language,
          idempotencyKey,
        },
      }),
    onDone: (result) => {
      if (result.__typename === 'PostIssueSuccess')
        void navigate({ to: '/issues/$issueId', params: { issueId: result.issue.id } });
    },
  });
}

function NewIssue(props: NewIssueProps): ReactElement {
  const { t } = useTexts();
  const { spaces } = props;
  const form = usePostForm(props);
  const textOf = (name: string): string => {
    const value = form.values[name];
    return typeof value === 'string' ? value : '';
  };
  return (
    <Stack>
      <Card>
        <Form form={form} submitLabel={t('newIssue.post')}>
          {spaces.length > 1 && (
            <SelectField
              name="constituencyId"
              label={t('newIssue.course')}
              options={spaces.map(({ id, constituency }) => ({
                value: id,
                label: courseName(t, constituency),
              }))}
            />
          )}
          <RadioField
            name="type"
            label={t('issues.type')}
            options={issueTypes.map((value) => ({ value, label: t(`issueTypeLong.${value}`) }))}
          />
          <TextField name="title" label={t('newIssue.titleField')} hint={t('newIssue.titleHint')} />
          <TextAreaField name="body" label={t('newIssue.body')} hint={t('newIssue.bodyHint')} rows={6} />
          <SimilarIssues constituencyId={textOf('constituencyId')} title={textOf('title')} body={textOf('body')} />
          <DepartmentField />
          <Notice>{t('newIssue.nameless')}</Notice>
          <CheckboxField name="namedToCourse" label={t('newIssue.namedToCourse')} />
          <CheckboxField name="namedToDepartment" label={t('newIssue.namedToDepartment')} />
        </Form>
      </Card>
    </Stack>
  );
}
