// Colours of the pane: Clearsheet's green on Fluent's themes, light or dark as Office is. Windows contrast themes need no
// theme of ours: browsers replace the colours, and nothing here is told by colour alone.
import { type BrandVariants, createDarkTheme, createLightTheme, type Theme } from '@fluentui/react-components';

const BRAND: BrandVariants = {
  10: '#01110D',
  20: '#03211A',
  30: '#043228',
  40: '#064033',
  50: '#084E40',
  60: '#0B5D4E',
  70: '#0F6B5C',
  80: '#167A69',
  90: '#238977',
  100: '#349886',
  110: '#48A795',
  120: '#5FB5A4',
  130: '#78C3B3',
  140: '#93D1C3',
  150: '#AFDED3',
  160: '#CDECE4',
};

const DENSE: Partial<Theme> = { fontFamilyNumeric: 'Bahnschrift, "Segoe UI", system-ui, sans-serif' };

export const lightTheme: Theme = { ...createLightTheme(BRAND), ...DENSE };
export const darkTheme: Theme = {
  ...createDarkTheme(BRAND),
  ...DENSE,
  colorBrandForeground1: BRAND[120],
  colorBrandForeground2: BRAND[130],
  colorBrandForegroundLink: BRAND[120],
};

/** Whether a background such as `#262626` is dark. */
export function isDark(color: string): boolean {
  const parts = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
  if (!parts) return false;
  const [, red = '', green = '', blue = ''] = parts;
  return parseInt(red, 16) * 0.299 + parseInt(green, 16) * 0.587 + parseInt(blue, 16) * 0.114 < 128;
}
