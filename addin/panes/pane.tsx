// The task pane: four tabs above, the one button below. About 350 px wide, usable by keyboard alone.
import { FluentProvider, Tab, TabList, type Theme } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MappingStart } from '../mapping/start-draft.ts';
import { ActionBar } from './action-bar.tsx';
import { Opened } from './opened.tsx';
import { SheetTab } from './sheet-tab.tsx';
import { useStyles } from './styles.ts';
import { OpenMappingContext } from './use-mapping.ts';
import { useMeantClicks } from './use-meant-clicks.ts';
import { useSessionState } from './use-session.ts';

const ResultTab = lazy(async () => ({ default: (await import('./result-tab.tsx')).ResultTab }));
const LibraryTab = lazy(async () => ({ default: (await import('./library/library-tab.tsx')).LibraryTab }));
const SettingsTab = lazy(async () => ({ default: (await import('./settings-tab.tsx')).SettingsTab }));

const MappingPanel = lazy(async () => ({ default: (await import('./mapping/mapping-panel.tsx')).MappingPanel }));

const TABS = ['sheet', 'result', 'library', 'settings'] as const;
export type TabName = (typeof TABS)[number];

export function Pane({ theme }: { readonly theme: Theme }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { run } = useSessionState();
  const [tab, setTab] = useState<TabName>('sheet');
  const [mapping, setMapping] = useState<MappingStart | null>(null);
  const onlyMeant = useMeantClicks();
  const openMapping = (start: MappingStart) => {
    setMapping(start);
    setTab('sheet');
  };
  const isDone = run.state === 'done' && run.reconciliation.outcome === 'reconciled';
  useEffect(() => {
    if (isDone) setTab('result');
  }, [isDone]);
  return (
    <FluentProvider theme={theme} className={styles.pane} onClickCapture={onlyMeant}>
      <TabList
        className={styles.tabs}
        size="small"
        aria-label={t('tabs.label')}
        selectedValue={tab}
        onTabSelect={(_, { value }) => setTab(TABS.find((name) => name === value) ?? 'sheet')}
      >
        {TABS.map((name) => (
          <Tab key={name} value={name} id={`tab-${name}`} aria-controls="content">
            {t(`tabs.${name}`)}
          </Tab>
        ))}
      </TabList>
      <main className={styles.content} tabIndex={0}>
        <div id="content" className={styles.cards} role="tabpanel" aria-labelledby={`tab-${tab}`}>
          <OpenMappingContext value={openMapping}>
            {tab === 'sheet' && !mapping && <SheetTab onSettings={() => setTab('settings')} />}
            {mapping && (
              // Another tab hides it: what a person has mapped so far is not lost.
              <div className={styles.cards} hidden={tab !== 'sheet'}>
                <Opened>
                  <Suspense fallback={null}>
                    <MappingPanel start={mapping} onClose={() => setMapping(null)} />
                  </Suspense>
                </Opened>
              </div>
            )}
            <Suspense fallback={null}>
              {tab === 'result' && <ResultTab />}
              {tab === 'library' && <LibraryTab />}
            </Suspense>
            {tab === 'settings' && (
              <Opened>
                <Suspense fallback={null}>
                  <SettingsTab />
                </Suspense>
              </Opened>
            )}
          </OpenMappingContext>
        </div>
      </main>
      <ActionBar onSettings={() => setTab('settings')} />
    </FluentProvider>
  );
}
