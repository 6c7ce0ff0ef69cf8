// The way to the result worksheets. A sheet may be gone: the user is free to delete it.
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { WrittenSheet } from '../excel/write-sheets.ts';
import { Notice } from './notice.tsx';
import { useStyles } from './styles.ts';
import { useSession } from './use-session.ts';

interface SheetLinksProps {
  readonly written: readonly WrittenSheet[];
  readonly title: string;
  /** What is said where a sheet is gone: how to have it back. */
  readonly gone: string;
}

export function SheetLinks({ written, title, gone }: SheetLinksProps) {
  const styles = useStyles();
  const session = useSession();
  const [isGone, setGone] = useState(false);
  const show = async (id: string) => setGone(!(await session.showSheet(id)));
  return (
    <section className={styles.card} aria-labelledby="sheets">
      <h2 id="sheets" className={styles.heading}>
        {title}
      </h2>
      <div className={styles.wrap}>
        {written.map(({ id, name }) => (
          <Button key={id} size="small" onClick={() => void show(id)}>
            {name}
          </Button>
        ))}
      </div>
      {isGone && <Notice tone="warning">{gone}</Notice>}
    </section>
  );
}
