// Beside a receipt or a file: a small sign that opens the undo of just this.
import { Button, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { UndoIcon } from '../icons.tsx';
import { WithWords } from '../with-words.tsx';

interface UndoButtonProps {
  /** Number of the receipt, or name of the file. */
  readonly name: string;
  readonly onClick: () => void;
}

const useOwnStyles = makeStyles({ button: { minWidth: '24px', maxWidth: '24px', height: '20px', padding: 0 } });

export function UndoButton(props: UndoButtonProps) {
  return (
    <WithWords part="undo">
      <Drawn {...props} />
    </WithWords>
  );
}

function Drawn({ name, onClick }: UndoButtonProps) {
  const own = useOwnStyles();
  const { t } = useTranslation('undo');
  const label = t('openNamed', { name });
  return (
    <Button
      className={own.button}
      size="small"
      appearance="subtle"
      icon={<UndoIcon />}
      title={label}
      aria-label={label}
      onClick={onClick}
    />
  );
}
