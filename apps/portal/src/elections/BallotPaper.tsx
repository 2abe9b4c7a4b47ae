import { useEffect, useState, type ReactElement } from 'react';
import { Button, Cluster, Notice, Stack, useTexts } from '@guildhall/ui';
import { ballotsOf, choiceIn, type Choices } from './ballot-choice.js';
import type { PaperContest, PaperElection } from './ballot-documents.js';
import { CheckStep } from './CheckStep.js';
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
  const [step, setStep] = useState(0);
  const [areKept, setKept] = useState(false);
  const { cast, run } = useCast(election);
  useEffect(loadSealing, []);
  if (cast.stage === 'CAST')
    return (
      <>
        <Receipts
          {...{ election }}
          ballots={cast.ballots}
          isConfirmed={cast.isConfirmed}
          onKept={() => setKept(true)}
        />
        <LeaveGuard isOn={!areKept} body={t('elections.leaveReceipts')} />
      </>
    );
  const isFixed = cast.stage === 'SEALING' || cast.stage === 'SENDING' || cast.stage === 'UNKNOWN';
  // After a refusal some may have been voted in elsewhere; while ballots are on their way nothing is taken off the paper.
  const contests = isFixed ? all : all.filter(({ viewerBallot }) => viewerBallot === 'OPEN');
  const contest = contests[step];
  if (contests.length === 0) return <NothingToCast election={election} />;
  return (
    <Stack>
      {step === 0 && <Notice>{t('elections.inMemory')}</Notice>}
      {!isFixed && <PaperSteps {...{ contests, choices, step }} onGo={setStep} />}
      {contest ? (
        <ContestPaper
          key={contest.id}
          contest={contest}
          lead={t('elections.contestOf', { place: step + 1, count: contests.length })}
          choice={choiceIn(choices, contest.id)}
          onChoose={(choice) => setChoices((known) => ({ ...known, [contest.id]: choice }))}
        />
      ) : (
        <CheckStep
          {...{ contests, choices, cast }}
          closesAt={election.schedule.votingClosesAt}
          onGo={setStep}
          onCast={() =>
            void run(
              ballotsOf(
                choices,
                contests.map(({ id }) => id),
              ),
            ).then((stage) => {
              if (stage === 'REFUSED') onRefused();
            })
          }
        />
      )}
      {contest && <Turns {...{ contests, step }} onGo={setStep} />}
      <LeaveGuard
        isOn={Object.keys(choices).length > 0}
        body={t(cast.stage === 'UNKNOWN' ? 'elections.leaveUnknown' : 'elections.leaveBody')}
      />
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
