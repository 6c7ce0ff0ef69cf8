// A mapping about to be published would take another report's files: which, and the tick that says it is meant so.
import { Checkbox } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Claim } from '../../../core/mapping/find-claims.ts';
import { Notice } from '../notice.tsx';
import { useStyles } from '../styles.ts';
import { useSessionState } from '../use-session.ts';

export interface Claims {
  readonly found: readonly Claim[];
  /** Ids of the mappings that a person was shown and said yes to. */
  readonly accepted: readonly string[];
  /** Whether one of those found is still to be answered. */
  readonly isOpen: boolean;
  readonly show: (found: readonly Claim[]) => void;
  readonly accept: (isAccepted: boolean) => void;
}

/** Says whose claims are still to be answered. */
export const isAnswered = (found: readonly Claim[], accepted: readonly string[]): boolean =>
  found.every(({ id }) => accepted.includes(id));

export function useClaims(): Claims {
  const [found, show] = useState<readonly Claim[]>([]);
  const [accepted, setAccepted] = useState<readonly string[]>([]);
  const accept = (isAccepted: boolean) => setAccepted(isAccepted ? found.map(({ id }) => id) : []);
  return { found, accepted, isOpen: !isAnswered(found, accepted), show, accept };
}

export function ClaimsNotice({ claims }: { readonly claims: Claims }) {
  const styles = useStyles();
  const { t } = useTranslation('mapping');
  const { language } = useSessionState();
  const { found, isOpen, accept } = claims;
  if (found.length === 0) return null;
  return (
    <Notice tone="warning">
      <div className={styles.strong}>{t('claims.title')}</div>
      <ul className={styles.steps}>
        {found.map(({ id, title, how }) => (
          <li key={id}>{t(`claims.${how}`, { title: title[language] })}</li>
        ))}
      </ul>
      <div>{t('claims.hint')}</div>
      <Checkbox
        checked={!isOpen}
        label={{ children: t('claims.accept'), className: styles.small }}
        onChange={(_, { checked }) => accept(checked === true)}
      />
    </Notice>
  );
}
