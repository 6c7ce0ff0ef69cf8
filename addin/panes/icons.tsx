// The few signs the pane needs, drawn here: importing them from the icon package would cost more than they do.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Tone } from '../../core/worksheets/result-sheet.ts';

const PATHS: Readonly<Record<Tone, string>> = {
  good: 'M10 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16Zm3.36 5.65a.5.5 0 0 0-.71 0L9 11.29 7.35 9.65a.5.5 0 1 0-.7.7l2 2c.2.2.5.2.7 0l4-4a.5.5 0 0 0 .01-.7Z',
  calm: 'M10 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16Zm3.5 7.5h-7a.5.5 0 0 0 0 1h7a.5.5 0 0 0 0-1Z',
  warning:
    'M8.68 2.79a1.5 1.5 0 0 1 2.64 0l6.5 12A1.5 1.5 0 0 1 16.5 17h-13a1.5 1.5 0 0 1-1.32-2.21l6.5-12ZM10 7a.5.5 0 0 0-.5.5v4a.5.5 0 0 0 1 0v-4A.5.5 0 0 0 10 7Zm0 7.75a.75.75 0 1 0 0-1.5.75.75 0 0 0 0 1.5Z',
  bad: 'M10 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16ZM7.8 7.1a.5.5 0 0 0-.7.7L9.29 10l-2.2 2.2a.5.5 0 0 0 .71.7L10 10.71l2.2 2.2a.5.5 0 0 0 .7-.71L10.71 10l2.2-2.2a.5.5 0 0 0-.71-.7L10 9.29 7.8 7.1Z',
};

const useStyles = makeStyles({
  icon: { width: '16px', height: '16px', flexShrink: 0, fill: 'currentColor' },
  good: { color: tokens.colorPaletteGreenForeground1 },
  calm: { color: tokens.colorNeutralForeground3 },
  warning: { color: tokens.colorPaletteMarigoldForeground2 },
  bad: { color: tokens.colorPaletteRedForeground1 },
});

/** A sign beside a text that says the same; screen readers hear the text only. */
export function ToneIcon({ tone }: { readonly tone: Tone }) {
  const styles = useStyles();
  return (
    <svg className={mergeClasses(styles.icon, styles[tone])} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[tone]} />
    </svg>
  );
}

/** An arrow that turns back. */
export function UndoIcon() {
  const styles = useStyles();
  return (
    <svg className={styles.icon} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d="M6.85 3.15a.5.5 0 0 1 0 .7L4.71 6H12a5 5 0 0 1 0 10H8.5a.5.5 0 0 1 0-1H12a4 4 0 0 0 0-8H4.71l2.14 2.15a.5.5 0 1 1-.7.7l-3-3a.5.5 0 0 1 0-.7l3-3c.2-.2.5-.2.7 0Z" />
    </svg>
  );
}
