import { useEffect, useState, type ReactElement } from 'react';
import { Button, Cluster, Notice, Stack, useTexts } from '@guildhall/ui';
import { ballotsOf, choiceIn, type Choice, type Choices } from './ballot-choice.js';
import type { PaperContest, PaperElection } from './ballot-documents.js';
import { CheckStep, type CheckStepProps } from './CheckStep.js';
import { ContestPaper } from './ContestPaper.js';
import { LeaveGuard } from './LeaveGuard.js';
import { NothingToCast } from './NothingToCast.js';
import { PaperSteps } from './PaperSteps.js';
import { Receipts } from './Receipts.js';
import { useCast } from './use-cast.js';

type BallotPaperProps = {
  readonly election: PaperElection;
  /** Those in which the viewer had a ballot left when the paper came. */
  readonly contests: readonly PaperContest[];
  /** Called when the graph refused ballots, because contests may have changed. */
  readonly onRefused: () => void;
};

/**
 * A ballot paper from the first preference to the receipts. What is ranked lives in the memory of this page alone: stored or
 * written into an address it could be read by whoever uses the device next.
 */
export function BallotPaper({ election, contests: all, onRefused }: BallotPaperProps): ReactElement {
  const { t } = useTexts();
  const [choices, setChoices] = useState<Choices>({});
  const [areKept, setKept] = useState(false);
  const { cast, run } = useCast(election);
  useEffect(loadSealing, []);
  if (cast.stage === 'CAST')
    return (
      <>
        <Receipts {...{ election }} {...cast} onKept={() => setKept(true)} />
        <LeaveGuard isOn={!areKept} body={t('elections.leaveReceipts')} />
      </>
    );
  // After a refusal some may have been voted in elsewhere; while ballots are on their way nothing is taken off the paper.
  const isFixed = cast.stage === 'SEALING' || cast.stage === 'SENDING' || cast.stage === 'UNKNOWN';
  const contests = isFixed ? all : all.filter(({ viewerBallot }) => viewerBallot === 'OPEN');
  if (contests.length === 0) return <NothingToCast election={election} />;
  const castAll = async (): Promise<void> => {
    const ids = contests.map(({ id }) => id);
    if ((await run(ballotsOf(choices, ids))) === 'REFUSED') onRefused();
  };
  return (
    <>
      <Paper
        {...{ contests, choices, cast, isFixed }}
        closesAt={election.schedule.votingClosesAt}
        onChoose={(contestId, choice) => setChoices((known) => ({ ...known, [contestId]: choice }))}
        onCast={() => void castAll()}
      />
      <LeaveGuard
        isOn={Object.keys(choices).length > 0}
        body={t(cast.stage === 'UNKNOWN' ? 'elections.leaveUnknown' : 'elections.leaveBody')}
      />
    </>
  );
}

type PaperProps = Omit<CheckStepProps, 'onGo'> & {
  /** Nothing can be changed: the ballots are on their way. */
  readonly isFixed: boolean;
  readonly onChoose: (contestId: string, choice: Choice) => void;
};

/** The contests one after the other, and the check at the end. */
function Paper({ isFixed, onChoose, ...check }: PaperProps): ReactElement {
  const { t } = useTexts();
  const [step, setStep] = useState(0);
  const { contests, choices } = check;
  const contest = contests[step];
  return (
    <Stack>
      {step === 0 && <Notice>{t('elections.inMemory')}</Notice>}
      {!isFixed && <PaperSteps {...{ contests, choices, step }} onGo={setStep} />}
      {contest ? (
        <>
          <ContestPaper
            key={contest.id}
            contest={contest}
            lead={t('elections.contestOf', { place: step + 1, count: contests.length })}
            choice={choiceIn(choices, contest.id)}
            onChoose={(choice) => onChoose(contest.id, choice)}
          />
          <Turns {...{ contests, step }} onGo={setStep} />
        </>
      ) : (
        <CheckStep {...check} onGo={setStep} />
      )}
    </Stack>
  );
}

/** What seals comes early, so that it is there when the connection is not; if it does not come now, casting asks again. */
function loadSealing(): void {
  import('./seal-ballots.js').catch(() => undefined);
}

type TurnsProps = {
  readonly contests: readonly PaperContest[];
  readonly step: number;
  readonly onGo: (step: number) => void;
};

function Turns({ contests, step, onGo }: TurnsProps): ReactElement {
  const { t } = useTexts();
  const next = contests[step + 1];
  return (
    <Cluster justify="between">
      {step > 0 && <Button onPress={() => onGo(step - 1)}>{t('elections.back')}</Button>}
      <Button look="primary" onPress={() => onGo(step + 1)}>
        {next ? t('elections.next', { position: next.position.title }) : t('elections.toCheck')}
      </Button>
    </Cluster>
  );
}
