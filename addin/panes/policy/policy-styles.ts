// Looks of the policy's form: fields of one group close together, room between the groups.
import { makeStyles, tokens } from '@fluentui/react-components';

export const usePolicyStyles = makeStyles({
  group: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    margin: '4px 0',
    padding: '2px 0 4px 8px',
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
  },
  /** Boxes to tick stand closer than fields. */
  ticks: { display: 'flex', flexDirection: 'column' },
  person: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    gap: '4px',
    padding: '6px 8px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});
