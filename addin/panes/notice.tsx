// A short message in a box, with a sign for its tone.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Tone } from '../../core/worksheets/result-sheet.ts';
import { ToneIcon } from './icons.tsx';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    gap: '6px',
    padding: '6px 8px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderInlineStartWidth: '3px',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  text: { minWidth: 0, flexGrow: 1, overflowWrap: 'anywhere' },
  good: { borderInlineStartColor: tokens.colorPaletteGreenBorder2 },
  calm: { borderInlineStartColor: tokens.colorNeutralStroke1 },
  warning: { borderInlineStartColor: tokens.colorPaletteMarigoldBorder2 },
  bad: { borderInlineStartColor: tokens.colorPaletteRedBorder2 },
});

interface NoticeProps {
  readonly tone: Tone;
  readonly children: ReactNode;
}

/** Bad news interrupts a screen reader; everything else waits. */
export function Notice({ tone, children }: NoticeProps) {
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.box, styles[tone])} role={tone === 'bad' ? 'alert' : 'status'}>
      <ToneIcon tone={tone} />
      <div className={styles.text}>{children}</div>
    </div>
  );
}
