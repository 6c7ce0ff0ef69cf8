// Looks of accounts in the company's forms: code and name beside one another, also in the narrowest pane.
import { makeStyles, tokens } from '@fluentui/react-components';

export const useCompanyStyles = makeStyles({
  account: { display: 'flex', flexDirection: 'column', gap: '2px', minWidth: 0 },
  pair: { display: 'flex', gap: '4px', alignItems: 'flex-start' },
  code: { width: '92px', flexShrink: 0 },
  name: { flexGrow: 1, minWidth: 0 },
  input: { width: '100%', minWidth: 0 },
  check: {
    color: tokens.colorNeutralForeground2,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: '0 4px',
    whiteSpace: 'nowrap',
  },
  accounts: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '4px 0' },
});
