// The fields of the settings: language, shop names, and plain texts with their hint.
import { Field, Input, Select } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../../core/language.ts';
import { SHOP_NAME_LENGTH_MAX } from '../../core/shop-name.ts';
import { isShopNameTooLong, type Settings } from '../settings.ts';
import { usePlatforms } from './use-platforms.ts';

const LANGUAGE_NAMES = { 'zh-TW': '繁體中文', 'zh-CN': '简体中文', en: 'English' } as const;

interface LanguageFieldProps {
  readonly value: Settings['language'];
  readonly onChange: (language: Settings['language']) => void;
}

export function LanguageField({ value, onChange }: LanguageFieldProps) {
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

interface PartOfSettings {
  readonly draft: Settings;
  readonly onChange: (part: Partial<Settings>) => void;
}

/** What stays on this machine. */
export function MachineFields({ draft, onChange }: PartOfSettings) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        label={t('settings.server')}
        hint={t('settings.serverHint')}
        type="url"
        value={draft.serverAddress}
        onChange={(serverAddress) => onChange({ serverAddress })}
      />
      <TextField
        label={t('settings.accessKey')}
        hint={t('settings.accessKeyHint')}
        type="password"
        value={draft.accessKey}
        onChange={(accessKey) => onChange({ accessKey })}
      />
      <TextField
        label={t('settings.author')}
        hint={t('settings.authorHint')}
        type="text"
        value={draft.author}
        onChange={(author) => onChange({ author })}
      />
    </>
  );
}

export function ShopFields({ draft, onChange }: PartOfSettings) {
  const { t } = useTranslation();
  return usePlatforms(draft).map((platform) => (
    <TextField
      key={platform}
      label={t('settings.shop', { platform })}
      hint={t('settings.shopHint')}
      problem={
        isShopNameTooLong(draft.shops[platform]) ? t('settings.shopTooLong', { n: SHOP_NAME_LENGTH_MAX }) : undefined
      }
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

export function TextField({ label, hint, problem, type, placeholder, value, onChange }: TextFieldProps) {
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
