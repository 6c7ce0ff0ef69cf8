// The identity tried on every row: how it adds up, on how many rows it holds, and the way to the rows where it does not.
import { mergeClasses } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { TriedIdentity } from '../../mapping/try-mapping.ts';
import { ToneIcon } from '../icons.tsx';
import { useStyles } from '../styles.ts';
import { useSession } from '../use-session.ts';
import type { Editor } from './editor.ts';
import { useMappingStyles } from './mapping-styles.ts';

export function ProofOfRows({ editor }: { readonly editor: Editor }) {
  const styles = useStyles();
  const { t } = useTranslation('mapping');
  return (
    <section className={styles.card} aria-labelledby="row-proof">
      <h2 id="row-proof" className={styles.heading}>
        {t('proof.title')}
      </h2>
      <div aria-live="polite">
        <Result editor={editor} />
      </div>
    </section>
  );
}

function Result({ editor }: { readonly editor: Editor }) {
  const styles = useStyles();
  const { t } = useTranslation('mapping');
  const { trial } = editor;
  if (trial.outcome !== 'read') return <p className={styles.hint}>{t('proof.notYet')}</p>;
  if (trial.identity) return <Identity editor={editor} identity={trial.identity} />;
  const orders = trial.parts.reduce((count, part) => count + (part.kind === 'orders' ? part.orders.length : 0), 0);
  const rows = trial.parts.reduce((count, part) => count + part.rows.accepted, 0);
  const isOrders = trial.recognised.kind === 'orders';
  return <p className={styles.hint}>{isOrders ? t('proof.orders', { orders, rows }) : t('proof.none')}</p>;
}

function Identity({ editor, identity }: { readonly editor: Editor; readonly identity: TriedIdentity }) {
  const styles = useStyles();
  const { t } = useTranslation('mapping');
  const { rows, holdsOn, failingRows } = identity;
  const isHeld = holdsOn === rows;
  const unread = rows - holdsOn - failingRows.length;
  return (
    <>
      <div className={styles.row}>
        <ToneIcon tone={isHeld ? 'good' : 'bad'} />
        <span className={styles.strong}>
          {t(isHeld ? 'proof.holds' : 'proof.fails', { rows: readable(rows), holdsOn: readable(holdsOn) })}
        </span>
      </div>
      <Progress editor={editor} />
      {unread > 0 && <p className={styles.hint}>{t('proof.unread', { n: unread })}</p>}
      <Formula identity={identity} />
      {failingRows.length > 0 && <FailingRows editor={editor} identity={identity} />}
    </>
  );
}

/** All rows of a long sheet are tried while the pane is idle. */
function Progress({ editor: { trial } }: { readonly editor: Editor }) {
  const styles = useStyles();
  const { t } = useTranslation('mapping');
  if (trial.outcome !== 'read' || trial.progress === null) return null;
  const { rows, of } = trial.progress;
  const said = rows < of ? t('proof.tried', { n: readable(rows), of: readable(of) }) : t('proof.totalsLater');
  return <p className={styles.hint}>{said}</p>;
}

const readable = (count: number) => count.toLocaleString('en-US');

/** So many terms still read as one line. */
const TERMS_INLINE = 5;

function Formula({ identity }: { readonly identity: TriedIdentity }) {
  const styles = useStyles();
  const own = useMappingStyles();
  const { t } = useTranslation('mapping');
  const { nets, terms } = identity;
  const sum = (parts: typeof terms) =>
    parts.map(({ column, sign }, at) => (at === 0 && sign === '+' ? column : `${SIGNS[sign]} ${column}`)).join(' ');
  const line = <div className={own.formula}>{t('proof.formula', { net: sum(nets), terms: sum(terms) })}</div>;
  if (terms.length <= TERMS_INLINE) return line;
  return (
    <details className={styles.details}>
      <summary>{t('proof.terms', { n: terms.length })}</summary>
      {line}
    </details>
  );
}

const SIGNS = { '+': '+', '-': '−', '±': '±' } as const;

const ROWS_SHOWN = 12;

function FailingRows({ editor, identity }: { readonly editor: Editor; readonly identity: TriedIdentity }) {
  const styles = useStyles();
  const own = useMappingStyles();
  const { t } = useTranslation();
  const { t: words } = useTranslation('mapping');
  const session = useSession();
  const { id, table } = editor.sheet;
  const { failingRows, netIndex } = identity;
  return (
    <>
      <p className={styles.hint}>{words('proof.failing')}</p>
      <div className={styles.wrap}>
        {failingRows.slice(0, ROWS_SHOWN).map((row) => (
          <button
            key={row}
            type="button"
            className={mergeClasses(own.link, styles.figure)}
            onClick={() => void session.showCell(id, row, table.firstColumn + netIndex)}
          >
            {t('problems.place', { row })}
          </button>
        ))}
        {failingRows.length > ROWS_SHOWN && (
          <span className={styles.quiet}>{words('proof.more', { n: failingRows.length - ROWS_SHOWN })}</span>
        )}
      </div>
    </>
  );
}
