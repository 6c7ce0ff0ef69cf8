// Settings: language, server and key on this machine; shop names and payout term in the workbook.
import { Button, Field, Input, Select } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../../core/language.ts';
import { type Failure, failureOf } from '../failure.ts';
import { daysOf, type Settings } from '../settings.ts';
import { FailureMessage } from './failure-message.tsx';
import { Notice } from './notice.tsx';
import { useStyles } from './styles.ts';
import { usePlatforms } from './use-platforms.ts';
import { useSession, useSessionState } from './use-session.ts';

const LANGUAGE_NAMES = { 'zh-TW': '繁體中文', 'zh-CN': '简体中文', en: 'English' } as const;

type Answer = { readonly said: string } | { readonly failure: Failure } | null;

export function SettingsTab() {
  const styles = useStyles();
  const { t } = useTranslation();
  const session = useSession();
  const { settings } = useSessionState();
  const [draft, setDraft] = useState(settings);
  const [days, setDays] = useState(String(settings.payoutTermDays));
  const [answer, setAnswer] = useState<Answer>(null);
  const change = (part: Partial<Settings>) => setDraft({ ...draft, ...part });
  const isSound = daysOf(days) !== null;

  /** Does something with the server and keeps what came of it. */
  const attempt = async (work: () => Promise<string>) => {
    setAnswer(null);
    try {
      setAnswer({ said: await work() });
    } catch (error) {
      setAnswer({ failure: failureOf(error) });
    }
  };
  const save = async () => {
    await session.save({ ...draft, payoutTermDays: daysOf(days) ?? draft.payoutTermDays });
    return t('settings.saved');
  };
  const tryServer = async () => {
    const health = await session.tryServer({ address: draft.serverAddress, accessKey: draft.accessKey });
    return t('settings.serverAnswers', { version: health.version, database: health.database });
  };

  return (
    <form
      className={styles.card}
      onSubmit={(event) => {
        event.preventDefault();
        if (isSound) void attempt(save);
      }}
    >
      <LanguageField value={draft.language} onChange={(language) => change({ language })} />
      <TextField
        label={t('settings.server')}
        hint={t('settings.serverHint')}
        type="url"
        value={draft.serverAddress}
        onChange={(serverAddress) => change({ serverAddress })}
      />
      <TextField
        label={t('settings.accessKey')}
        hint={t('settings.accessKeyHint')}
        type="password"
        value={draft.accessKey}
        onChange={(accessKey) => change({ accessKey })}
      />
      <div>
        <Button size="small" onClick={() => void attempt(tryServer)}>
          {t('settings.tryServer')}
        </Button>
      </div>
      <ShopFields draft={draft} onChange={change} />
      <TextField
        label={t('settings.termDays')}
        hint={t('settings.termDaysHint')}
        problem={isSound ? undefined : t('settings.termDaysWrong')}
        type="number"
        value={days}
        onChange={setDays}
      />
      <Button appearance="primary" type="submit" disabled={!isSound}>
        {t('settings.save')}
      </Button>
      <AnswerNotice answer={answer} />
    </form>
  );
}

function AnswerNotice({ answer }: { readonly answer: Answer }): ReactNode {
  const { t } = useTranslation();
  if (!answer) return null;
  if ('said' in answer) return <Notice tone="good">{answer.said}</Notice>;
  return <FailureMessage title={t('settings.saveFailed')} failure={answer.failure} />;
}

interface LanguageFieldProps {
  readonly value: Settings['language'];
  readonly onChange: (language: Settings['language']) => void;
}

function LanguageField({ value, onChange }: LanguageFieldProps) {
  const { t } = useTranslation();
  return (
    <Field label={t('settings.language')} size="small">
      <Select
        value={value}
        onChange={(_, chosen) => onChange(LANGUAGES.find((known) => known === chosen.value) ?? 'auto')}
      >
        <option value="auto">{t('settings.languageAuto')}</option>
        {LANGUAGES.map((language) => (
          <option key={language} value={language} lang={language}>
            {LANGUAGE_NAMES[language]}
          </option>
        ))}
      </Select>
    </Field>
  );
}

interface ShopFieldsProps {
  readonly draft: Settings;
  readonly onChange: (part: Partial<Settings>) => void;
}

function ShopFields({ draft, onChange }: ShopFieldsProps) {
  const { t } = useTranslation();
  return usePlatforms(draft).map((platform) => (
    <TextField
      key={platform}
      label={t('settings.shop', { platform })}
      hint={t('settings.shopHint')}
      type="text"
      placeholder={platform}
      value={draft.shops[platform] ?? ''}
      onChange={(name) => onChange({ shops: { ...draft.shops, [platform]: name } })}
    />
  ));
}

interface TextFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly problem?: string | undefined;
  readonly type: 'text' | 'url' | 'password' | 'number';
  readonly placeholder?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function TextField({ label, hint, problem, type, placeholder, value, onChange }: TextFieldProps) {
  return (
    <Field
      label={label}
      hint={hint}
      size="small"
      validationState={problem === undefined ? 'none' : 'error'}
      {...(problem === undefined ? {} : { validationMessage: problem })}
    >
      <Input
        type={type}
        value={value}
        autoComplete="off"
        {...(placeholder === undefined ? {} : { placeholder })}
        onChange={(_, changed) => onChange(changed.value)}
      />
    </Field>
  );
}
