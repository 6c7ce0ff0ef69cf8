// The pane with all it needs around it: its session and its words.
import type { Theme } from '@fluentui/react-components';
import type { i18n } from 'i18next';
import { I18nextProvider } from 'react-i18next';
import type { Session } from '../session.ts';
import { Pane } from './pane.tsx';
import { SessionContext } from './use-session.ts';

interface PaneRootProps {
  readonly session: Session;
  readonly translator: i18n;
  readonly theme: Theme;
}

export function PaneRoot({ session, translator, theme }: PaneRootProps) {
  return (
    <I18nextProvider i18n={translator}>
      <SessionContext value={session}>
        <Pane theme={theme} />
      </SessionContext>
    </I18nextProvider>
  );
}
