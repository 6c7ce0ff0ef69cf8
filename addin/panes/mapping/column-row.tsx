// One column of the sheet: its header, some values, why it is taken for what it is, and the choices a person has.
import { Checkbox, mergeClasses } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { dayOfSerial } from '../../../core/business-date.ts';
import { type Cell, columnLetters, textOfCell } from '../../../core/sheet-table.ts';
import { withEveryColumn, withRole } from '../../mapping/change-mapping.ts';
import { type ColumnRole, DAY_ROLES, roleOf, rolesFor } from '../../mapping/column-roles.ts';
import { type SheetColumn, wordsOf } from '../../mapping/sheet-columns.ts';
import { useStyles } from '../styles.ts';
import { useSession } from '../use-session.ts';
import { Choice } from './choice.tsx';
import { ColumnEvidence } from './column-evidence.tsx';
import type { Editor } from './editor.ts';
import { useMappingStyles } from './mapping-styles.ts';
import { OrderChoices } from './order-choices.tsx';
import { PayoutChoices } from './payout-choices.tsx';

export interface ColumnProps {
  readonly editor: Editor;
  readonly column: SheetColumn;
}

export function ColumnRow({ editor, column }: ColumnProps) {
  const own = useMappingStyles();
  const { t } = useTranslation('mapping');
  const { mapping } = editor.draft;
  const role = roleOf(mapping, column.place);
  return (
    <li className={mergeClasses(own.column, own[lookOf(role)])}>
      <ColumnHeader editor={editor} column={column} />
      <div className={own.samples}>{samplesText(column, role) || t('columns.empty')}</div>
      <ColumnEvidence editor={editor} column={column} />
      <div className={own.choices}>
        <RoleChoice editor={editor} column={column} role={role} />
        {mapping.kind === 'orders' ? (
          <OrderChoices editor={editor} column={column} mapping={mapping} />
        ) : (
          <PayoutChoices editor={editor} column={column} mapping={mapping} />
        )}
      </div>
    </li>
  );
}

function lookOf(role: ColumnRole): 'column' | 'net' | 'money' | 'used' {
  if (role === 'net' || role === 'alsoNet') return 'net';
  if (role === 'component' || role === 'receivable') return 'money';
  return role === 'note' || role === 'personal' ? 'column' : 'used';
}

function ColumnHeader({ editor, column }: ColumnProps) {
  const styles = useStyles();
  const own = useMappingStyles();
  const { t } = useTranslation('mapping');
  const session = useSession();
  const { sheet, draft } = editor;
  const { header, occurrence, index } = column;
  const at = sheet.table.firstColumn + index;
  const row = sheet.table.firstRow + draft.headerIndex;
  return (
    <div className={styles.between}>
      <button
        type="button"
        className={own.header}
        title={t('columns.show', { column: header })}
        onClick={() => void session.showCell(sheet.id, row, at)}
      >
        {header}
      </button>
      <span className={mergeClasses(styles.quiet, styles.figure)}>
        {occurrence === null ? '' : `${t('columns.occurrence', { n: occurrence })} · `}
        {columnLetters(at)}
      </span>
    </div>
  );
}

/** Excel keeps days as numbers; a person knows them as days. */
function samplesText({ samples }: SheetColumn, role: ColumnRole): string {
  const text = (cell: Cell) =>
    (DAY_ROLES.has(role) && typeof cell === 'number' ? dayOfSerial(cell) : null) ?? textOfCell(cell);
  return samples.map(text).join(' · ');
}

function RoleChoice({ editor, column, role }: ColumnProps & { readonly role: ColumnRole }) {
  const styles = useStyles();
  const own = useMappingStyles();
  const { t } = useTranslation('mapping');
  const { mapping } = editor.draft;
  const choose = (chosen: ColumnRole) => editor.change(roleGiven(editor, column, chosen));
  const isIdle = role === 'note' || role === 'personal';
  return (
    <>
      <span className={isIdle ? undefined : mergeClasses(hasChoices(role) ? undefined : own.wide)}>
        <Choice
          label={t('columns.role', { column: column.header })}
          value={role}
          options={rolesFor(mapping).map((value) => ({ value, text: t(`role.${value}`) }))}
          onChange={choose}
        />
      </span>
      {isIdle && (
        <Checkbox
          checked={role === 'personal'}
          label={{ children: t('columns.personal'), className: styles.small }}
          onChange={(_, { checked }) => choose(checked === true ? 'personal' : 'note')}
        />
      )}
    </>
  );
}

const hasChoices = (role: ColumnRole) =>
  role === 'component' || role === 'net' || role === 'alsoNet' || role === 'receivable';

/** A column the mapping did not know becomes one of its own first. */
function roleGiven({ draft, columns, sheet }: Editor, column: SheetColumn, role: ColumnRole) {
  const { headerIndex } = draft;
  const mapping = withEveryColumn(draft.mapping, columns);
  const added = columns.filter(({ place }) => place === null).indexOf(column);
  const place = column.place ?? draft.mapping.columns.length + added;
  const words = wordsOf({ table: sheet.table, headerIndex }, mapping, column.index);
  return withRole(mapping, place, role, words);
}
