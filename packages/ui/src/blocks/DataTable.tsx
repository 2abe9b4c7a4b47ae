import type { ReactElement, ReactNode } from 'react';
import { useTexts } from '../texts/texts.js';
import styles from './blocks.module.css';
import { Button } from './Button.js';
import { Cluster } from './Layout.js';

/** One column: its heading and what it shows of a row. The first column names the row. */
export type DataColumn<Row> = {
  readonly key: string;
  readonly heading: string;
  readonly cell: (row: Row) => ReactNode;
  readonly align?: 'start' | 'end';
};

/** Rows, how to show them, and how to get more. */
export type DataTableProps<Row> = {
  readonly caption: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Given while there are more rows. */
  readonly onMore?: () => void;
};

/** A table on a desk, a list of cards on a phone; both are read aloud as a table. */
export function DataTable<Row>({ caption, columns, rows, keyOf, onMore }: DataTableProps<Row>): ReactElement {
  const { t } = useTexts();
  // Roles are spelt out because the phone layout changes `display`, which would take the table's meaning away.
  return (
    <>
      <div className={styles.tableBox}>
        <table className={styles.table} role="table">
          <caption>{caption}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {columns.map(({ key, heading, align }) => (
                <th key={key} role="columnheader" scope="col" data-align={align}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map((row) => (
              <tr key={keyOf(row)} role="row">
                {columns.map((column, index) => (
                  <Cell key={column.key} column={column} row={row} isFirst={index === 0} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {onMore !== undefined && (
        <Cluster>
          <Button onPress={onMore}>{t('table.loadMore')}</Button>
        </Cluster>
      )}
    </>
  );
}

type CellProps<Row> = { readonly column: DataColumn<Row>; readonly row: Row; readonly isFirst: boolean };

function Cell<Row>({ column: { heading, cell, align }, row, isFirst }: CellProps<Row>): ReactElement {
  if (isFirst) {
    return (
      <th role="rowheader" scope="row">
        {cell(row)}
      </th>
    );
  }
  return (
    <td role="cell" data-label={heading} data-align={align}>
      {cell(row)}
    </td>
  );
}
