// Settings: language, server and key on this machine; shop names and payout term in the workbook.
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { daysOf, isShopNameTooLong, type Settings } from '../settings.ts';
import { AnswerNotice, useAttempt } from './attempt.tsx';
import { CompanyPart } from './company/company-part.tsx';
import { FeesPart } from './fees/fees-part.tsx';
import { PolicyPart } from './policy/policy-part.tsx';
import { LanguageField, MachineFields, ShopFields, TextField } from './settings-fields.tsx';
import { useStyles } from './styles.ts';
import { useSession, useSessionState } from './use-session.ts';

export function SettingsTab() {
  const styles = useStyles();
  const { t } = useTranslation();
  const session = useSession();
  const { settings } = useSessionState();
  const [draft, setDraft] = useState(settings);
  const [days, setDays] = useState(String(settings.payoutTermDays));
  const [answer, attempt] = useAttempt();
  const change = (part: Partial<Settings>) => setDraft({ ...draft, ...part });
  const isSound = daysOf(days) !== null && !Object.values(draft.shops).some(isShopNameTooLong);

  const save = async () => {
    await session.save({ ...draft, payoutTermDays: daysOf(days) ?? draft.payoutTermDays });
    return t('settings.saved');
  };
  const tryServer = async () => {
    const health = await session.tryServer({ address: draft.serverAddress, accessKey: draft.accessKey });
    return t('settings.serverAnswers', { version: health.version, database: health.database });
  };

  return (
    <>
      <form
        className={styles.card}
        onSubmit={(event) => {
          event.preventDefault();
          if (isSound) void attempt(save);
        }}
      >
        <LanguageField value={draft.language} onChange={(language) => change({ language })} />
        <MachineFields draft={draft} onChange={change} />
        <div>
          <Button size="small" onClick={() => void attempt(tryServer)}>
            {t('settings.tryServer')}
          </Button>
        </div>
        <ShopFields draft={draft} onChange={change} />
        <TextField
          label={t('settings.termDays')}
          hint={t('settings.termDaysHint')}
          problem={daysOf(days) !== null ? undefined : t('settings.termDaysWrong')}
          type="number"
          value={days}
          onChange={setDays}
        />
        <Button appearance="primary" type="submit" disabled={!isSound}>
          {t('settings.save')}
        </Button>
        <AnswerNotice answer={answer} failed={t('settings.saveFailed')} />
      </form>
      <PolicyPart />
      <CompanyPart />
      <FeesPart />
    </>
  );
}
