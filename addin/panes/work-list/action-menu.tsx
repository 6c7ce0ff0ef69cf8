// What may be done about one item or several, as a menu.
import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { WorkKind } from '../../../core/work-event.ts';
import { KIND_LABELS } from '../../../core/work-words.ts';
import { useSessionState } from '../use-session.ts';

interface ActionMenuProps {
  readonly actions: readonly WorkKind[];
  readonly isBusy: boolean;
  readonly onChoose: (kind: WorkKind) => void;
}

export function ActionMenu({ actions, isBusy, onChoose }: ActionMenuProps) {
  const { t } = useTranslation('work');
  const { language } = useSessionState();
  // Drawn in place: a portal takes the pane's own looks, height included, and would cover it.
  return (
    <Menu inline positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Button size="small" appearance="primary" disabled={isBusy || actions.length === 0}>
          {t('actions')}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {actions.map((kind) => (
            <MenuItem key={kind} onClick={() => onChoose(kind)}>
              {KIND_LABELS[kind][language]}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
