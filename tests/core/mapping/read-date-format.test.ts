// Date formats of the listed platforms: what each reads, and what it must not take for a day.
import { readDateFormat } from '../../../core/mapping/read-date-format.ts';

test.each<[string, string, string | null]>([
  ['YYYY-M-D', '2024-05-01', '2024-05-01'],
  ['YYYY-M-D', '2024/05/01', null],
  ['YYYYMMDD', '20240501', '2024-05-01'],
  ['YYYYMMDD', '2024051', null],
  ['D/M/YYYY', '29/12/2015', '2015-12-29'],
  ['M/D/YYYY', '12/15/2018', '2018-12-15'],
  ['M/D/YYYY', '15/12/2018', null],
  ['M/D/YY', '1/5/24', '2024-01-05'],
  ['D.M.YYYY', '01.09.2026 10:22:11 UTC', '2026-09-01'],
  ['Mon D, YYYY', 'Jun 8, 2025 10:23:05 PM PDT', '2025-06-08'],
  ['Mon D, YYYY', 'January 30, 2026', '2026-01-30'],
  ['D Mon YYYY', '15 Mar 2026 3:22:08 PM UTC', '2026-03-15'],
  ['D Mon, YYYY', '30 April, 2025', '2025-04-30'],
  ['D-Mon-YYYY', '20-Sep-2026', '2026-09-20'],
  ['Mon-D-YY', 'Sep-18-26', '2026-09-18'],
  ['D Mon YYYY', '3 août 2026', '2026-08-03'],
  ['D Mon YYYY', '3 juil. 2026', '2026-07-03'],
  ['D Mon YYYY', '3 juin 2026', '2026-06-03'],
  ['D Mon YYYY', '3 März 2026', '2026-03-03'],
  ['D Mon YYYY', '3 Agustus 2026', '2026-08-03'],
  ['D Mon YYYY', '3 Ogos 2026', '2026-08-03'],
  ['D Mon YYYY', '3 Mei 2026', '2026-05-03'],
  ['D Mon YYYY', '3 Mac 2026', '2026-03-03'],
  ['D Mon YYYY', '3 dic 2026', '2026-12-03'],
  ['D Mon YYYY', '3 Foo 2026', null],
  ['YYYY年M月D日', '2012年12月29日 00:00:00', '2012-12-29'],
  ['YYYY-M-D', '2026-05-10 14:18:22 -0700', '2026-05-10'],
  ['YYYY-M-D', '2026-06-16 00:00:00 UTC', '2026-06-16'],
  ['D/M/YYYY', '24/05/2026, 12:30:01 p.m. GMT-7', '2026-05-24'],
  ['YYYY/M/D', '2024/7/6 上午 12:00:00', '2024-07-06'],
  ['YYYY-M-D', '2024-05-01 to 2024-05-15', null],
  ['YYYY-M-D', '2024-02-30', null],
])('in %s, %j is %s', (format, text, day) => {
  expect(readDateFormat(format)?.(text)).toBe(day);
});

test.each(['YYYY', 'YYYY-M', 'D/M', 'M/M/YYYY', 'day', ''])('%j is no format of a day', (format) => {
  expect(readDateFormat(format)).toBeNull();
});
