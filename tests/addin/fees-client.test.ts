// The pane's way to contracts and calendars, against the real server: what is saved comes back, signed and numbered.
import { createApiClient } from '../../addin/api-client.ts';
import type { FeesClient } from '../../addin/fees-client.ts';
import { SPRING, terms } from '../core/calendar/calendars.ts';
import { rate, rule } from '../core/fees/fee-data.ts';
import { startTestServer, type TestServer } from './test-server.ts';

let server: TestServer;
let fees: FeesClient;
beforeEach(async () => {
  server = await startTestServer();
  fees = await createApiClient({ address: server.address, accessKey: '' }).fees();
});
afterEach(async () => server.close());

const signed = { author: '王會計', note: '依官網' };
const six = rule({ rate: rate('0.06') });

test('an accepted contract is listed with who set it and why', async () => {
  expect(await fees.contracts()).toEqual([]);
  await fees.accept(six, signed);
  expect(await fees.contracts()).toMatchObject([{ ...signed, content: six, version: 1 }]);
});

test('a contract is changed on the version that was looked at, and on no other', async () => {
  await fees.accept(six, signed);
  await fees.saveContract({ ...six, rate: rate('0.055') }, signed, 1);
  expect(await fees.contracts()).toMatchObject([{ version: 2, content: { rate: rate('0.055') } }]);
  await expect(fees.saveContract(six, signed, 1)).rejects.toMatchObject({ code: 'SETTING_OUTDATED' });
});

test('calendars and holidays come back as they were set', async () => {
  await fees.saveHolidays(SPRING, signed, 0);
  await fees.saveCalendar(terms({ holidayCalendar: SPRING.id }), signed, 0);
  expect((await fees.holidays()).map(({ content }) => content)).toEqual([SPRING]);
  expect((await fees.calendars()).map(({ content }) => content)).toEqual([terms({ holidayCalendar: SPRING.id })]);
});

test('empty books propose nothing', async () => {
  expect(await fees.learn()).toEqual([]);
});
