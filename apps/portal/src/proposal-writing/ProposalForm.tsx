import { Link } from '@tanstack/react-router';
import { useDeferredValue, type ReactElement } from 'react';
import {
  Card,
  CheckboxField,
  Form,
  Notice,
  RadioField,
  TextAreaField,
  TextField,
  useGraphQuery,
  useTexts,
  type FormState,
  type FormValues,
} from '@guildhall/ui';
import { graphql } from '../graph/graphql.js';
import { Row, Rows } from '../parts/Rows.js';
import { StatusWord } from '../parts/StatusWord.js';

const similarDocument = graphql(`
  query SimilarMatters($title: String!, $text: String, $exceptId: ID) {
    similarMatters(first: 5, title: $title, text: $text, exceptId: $exceptId) {
      id
      kind
      title
      proposal {
        id
        status
      }
    }
  }
`);

type Words = {
  readonly title: string;
  readonly background: string;
  readonly problem: string;
  readonly suggestion: string;
  readonly language: string;
  readonly authorNamed: boolean;
};

/** The fields of the form as the graph asks for them. */
export function readWords(values: Words): Words {
  const { title, background, problem, suggestion, language, authorNamed } = values;
  return { title, background, problem, suggestion, language, authorNamed };
}

type ProposalFormProps = {
  readonly form: FormState;
  readonly submitLabel: string;
  /** The proposal that is written, which does not resemble itself. */
  readonly exceptId?: string;
  /** Who writes an open proposal again keeps their name as it is. */
  readonly hasName?: boolean;
};

/** The words of a proposal, one matter in three parts. What resembles it stands beside: joining is better than repeating. */
export function ProposalForm({ form, submitLabel, exceptId, hasName = true }: ProposalFormProps): ReactElement {
  const { t } = useTexts();
  return (
    <Card>
      <Form form={form} submitLabel={submitLabel}>
        <TextField name="title" label={t('writeProposal.titleLabel')} hint={t('writeProposal.titleHint')} />
        <Similar values={form.values} exceptId={exceptId} />
        <TextAreaField
          name="background"
          label={t('ownProposal.background')}
          hint={t('writeProposal.backgroundHint')}
          rows={4}
          isOptional
        />
        <TextAreaField
          name="problem"
          label={t('ownProposal.problem')}
          hint={t('writeProposal.problemHint')}
          rows={4}
          isOptional
        />
        <TextAreaField
          name="suggestion"
          label={t('ownProposal.suggestion')}
          hint={t('writeProposal.suggestionHint')}
          rows={4}
          isOptional
        />
        <RadioField
          name="language"
          label={t('writeProposal.language')}
          options={[
            { value: 'en', label: 'English' },
            { value: 'zh-CN', label: '中文' },
          ]}
        />
        {hasName && <CheckboxField name="authorNamed" label={t('writeProposal.named')} />}
      </Form>
    </Card>
  );
}

const titleMin = 4;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function Similar({
  values,
  exceptId,
}: {
  readonly values: FormValues;
  readonly exceptId?: string;
}): ReactElement | null {
  const { t } = useTexts();
  const title = useDeferredValue(text(values['title']).trim());
  const rest = useDeferredValue(`${text(values['problem'])}\n${text(values['suggestion'])}`.slice(0, 2000));
  const { data } = useGraphQuery(
    similarDocument,
    { title, text: rest, exceptId },
    { isPaused: title.length < titleMin },
  );
  const found = (data?.similarMatters ?? []).flatMap(({ proposal, title: name }) =>
    proposal ? [{ ...proposal, name }] : [],
  );
  if (title.length < titleMin || found.length === 0) return null;
  return (
    <Notice>
      <h2>{t('writeProposal.similar')}</h2>
      <Rows>
        {found.map(({ id, status, name }) => (
          <Row key={id}>
            <Link to="/proposals/$proposalId" params={{ proposalId: id }} target="_blank">
              {name}
            </Link>
            <StatusWord family="proposal" status={status} />
          </Row>
        ))}
      </Rows>
    </Notice>
  );
}
