import type { Id } from '@guildhall/kernel';
import { demoCases } from '../cases/named-cases.js';
import { fixedRandomId } from '../fixed-id.js';
import { demoMembers } from '../people/demo-people.js';
import { after, dayMs } from '../season.js';

/** A template of the advice team. */
export type DemoTemplate = {
  readonly id: Id<'MessageTemplate'>;
  readonly name: string;
  readonly matter: 'HOUSING' | undefined;
  readonly language: 'en' | 'zh-CN';
  /** Its versions, the first one first. */
  readonly bodies: readonly string[];
  readonly writtenAt: Date;
};

/** Ways to demo cases besides their students' own sign-in, and what the advice team says again and again. */
export type DemoIntake = {
  readonly templates: readonly DemoTemplate[];
  readonly representative: {
    readonly id: Id<'Representative'>;
    readonly caseId: Id<'Case'>;
    readonly studentId: Id<'Member'>;
    readonly memberId: Id<'Member'>;
    readonly subject: string;
    readonly namedAt: Date;
    readonly endsAt: Date;
  };
  readonly anonymous: {
    readonly caseId: Id<'Case'>;
    readonly receiptId: Id<'Receipt'>;
    /** Known to everybody: demo data only. */
    readonly code: string;
    readonly narrative: string;
    readonly messages: readonly {
      readonly author: 'STUDENT' | 'CASE_WORKER';
      readonly body: string;
      readonly sentAt: Date;
    }[];
    readonly openedAt: Date;
  };
};

/** The receipt code of the anonymous demo case. */
export const demoReceiptCode = 'DEM00-CASE0-N0NAM-E0000';

/** Templates of amira's, rosa who may read ada's case, and a case that carl works on without knowing whose it is. */
export function demoIntake(anchor: Date): DemoIntake {
  const ago = (days: number): Date => after(anchor, -days * dayMs);
  return {
    templates: templates(ago(90)),
    representative: {
      id: fixedRandomId<'Representative'>('representative/ada'),
      caseId: demoCases.ada,
      studentId: demoMembers.ada.memberId,
      memberId: demoMembers.rosa.memberId,
      subject: 'rosa',
      namedAt: ago(7),
      endsAt: after(anchor, 60 * dayMs),
    },
    anonymous: {
      caseId: fixedRandomId<'Case'>('case/anonymous'),
      receiptId: fixedRandomId<'Receipt'>('receipt/anonymous'),
      code: demoReceiptCode,
      narrative:
        'Somebody who marks our work makes remarks about where I come from, in front of everybody. I do not want to say who I am, because the marks are not out yet. Can anything be done?',
      messages: [
        {
          author: 'CASE_WORKER',
          body: 'Thank you for telling us. You need not say who you are. Were others there who would talk to us, and do you feel safe in that class?',
          sentAt: ago(3),
        },
        {
          author: 'STUDENT',
          body: 'Two of us were there. I feel safe, only angry. We would like somebody to talk to the department without names.',
          sentAt: ago(2),
        },
      ],
      openedAt: ago(5),
    },
  };
}

function templates(writtenAt: Date): readonly DemoTemplate[] {
  const named = (name: string, rest: Pick<DemoTemplate, 'matter' | 'language' | 'bodies'>): DemoTemplate => ({
    id: fixedRandomId<'MessageTemplate'>(`template/${name}/${rest.language}`),
    name,
    writtenAt,
    ...rest,
  });
  return [
    named('First word', {
      matter: undefined,
      language: 'en',
      bodies: [
        'Thank you for writing to us about {{matter}}. I look after your case now.',
        'Thank you for writing to us about {{matter}}. I look after your case now and have read what you wrote. Our next date is {{nextDeadline}}. Is there anything I should know before I ask anybody?',
      ],
    }),
    named('First word', {
      matter: undefined,
      language: 'zh-CN',
      bodies: [
        '感谢您就{{matter}}联系我们。您的案件由我负责，我已阅读您的来信。我们的下一个期限是{{nextDeadline}}。在我询问任何人之前，您还有什么要告诉我的吗？',
      ],
    }),
    named('We asked the department', {
      matter: 'HOUSING',
      language: 'en',
      bodies: [
        'We asked {{departments}} today. They see exactly the items you agreed to. I will write as soon as they answer.',
      ],
    }),
    named('Is it settled?', {
      matter: undefined,
      language: 'en',
      bodies: [
        'Your case has been open since {{openedOn}} and is at the stage of {{stage}}. Is it settled for you, or shall we go on?',
      ],
    }),
  ];
}
