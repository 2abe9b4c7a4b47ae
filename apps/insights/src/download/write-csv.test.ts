import { describe, expect, it } from '@jest/globals';
import { writeCsv } from './write-csv.js';

const words = {
  headings: ['Figure', 'Group', 'Number', 'Withheld'],
  reasonOf: (reason: string) => `because ${reason}`,
};
const shown = (label: string, value: number) => ({ key: label, label, figure: { value, suppressed: false } });
const withheld = (label: string, value?: number) => ({
  key: label,
  label,
  figure: { value, suppressed: true, reason: 'BELOW_THRESHOLD' },
});
const file = (points: readonly (ReturnType<typeof shown> | ReturnType<typeof withheld>)[], title?: string) =>
  writeCsv([{ key: 's', title, plots: [{ key: 'p', caption: 'Joined', groupHeading: 'Week', points }] }], words);

describe('the file of figures', () => {
  it('has a line for each figure that is shown', () => {
    expect(file([shown('5 Oct', 40), shown('12 Oct', 0)], 'Sport')).toBe(
      'Figure,Group,Number,Withheld\r\nSport: Joined,5 Oct,40,\r\nSport: Joined,12 Oct,0,\r\n',
    );
  });

  it('keeps a suppressed figure suppressed, with the reason, even if a number came along', () => {
    expect(file([withheld('5 Oct', 3)])).toBe(
      'Figure,Group,Number,Withheld\r\nJoined,5 Oct,,because BELOW_THRESHOLD\r\n',
    );
  });

  it('runs nothing in a spreadsheet and keeps commas, quotes and line ends inside their cell', () => {
    expect(file([shown('=HYPERLINK("x")', 40), shown('One, two\nthree', 41)])).toContain(
      `Joined,"'=HYPERLINK(""x"")",40,\r\nJoined,"One, two\nthree",41,`,
    );
  });
});
