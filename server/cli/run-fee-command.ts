// Runs `clearsheet fees …`, `clearsheet invoices …` and `clearsheet calendars …` on books that are there, and says what came of it.
import '../use-own-digest.ts';
import { z } from 'zod';
import { feeDeviationsSchema, feeProposalsSchema } from '../../core/fees/fee-api.ts';
import type { FeeRule } from '../../core/fees/fee-rule.ts';
import { feeRuleSchema } from '../../core/fees/fee-rule-schema.ts';
import { bookInvoicesSchema, type FeeInvoices, feeInvoicesSchema } from '../../core/ledger/fee-invoice-api.ts';
import type { SettingKind } from '../../core/team-books.ts';
import { ApiError } from '../api-error.ts';
import type { Books } from '../books.ts';
import { bookInvoices, getInvoices, voidInvoice } from '../commands/fee-invoices.ts';
import { acceptFees, findFeeDeviations, learnFees } from '../commands/learn-fees.ts';
import { getSettings, saveSettings } from '../commands/save-setting.ts';
import type { AcceptFee, AskFees, CalendarsRun, FeeCommand, InvoicesRun } from './fees-arguments.ts';
import { onBooks } from './on-books.ts';
import { presentInvoices } from './present-invoices.ts';
import { orOne, readFitting, readJsonFile } from './read-json-file.ts';
import { presentCalendars, presentContracts, presentDeviations, presentProposals } from './present-fees.ts';

/** What a command says: for people, and as data. */
interface Said {
  readonly text: string;
  readonly json: object;
}

/** @param now the instant, ISO text in UTC, for the audit log */
export async function runFeeCommand(run: FeeCommand, now: () => string): Promise<Said> {
  return onBooks({ location: run.database, mayBegin: false }, now, (books) => say(books, run));
}

function say(books: Books, run: FeeCommand): Promise<Said> {
  if (run.command === 'calendars') return sayCalendars(books, run);
  if (run.command === 'invoices') return sayInvoices(books, run);
  return run.verb === 'accept' ? sayAccepted(books, run) : sayAsked(books, run);
}

async function sayAsked(books: Books, run: AskFees): Promise<Said> {
  const { verb, shop, language } = run;
  if (verb === 'list') return sayContracts(books, run);
  if (verb === 'check') {
    const found = await findFeeDeviations(books, shop);
    return { text: presentDeviations(found, language), json: z.encode(feeDeviationsSchema, found) as object };
  }
  const proposals = await learnFees(books, shop);
  return { text: presentProposals(proposals, language), json: z.encode(feeProposalsSchema, { proposals }) };
}

async function sayContracts(books: Books, { shop, language }: AskFees | AcceptFee): Promise<Said> {
  const { settings } = await getSettings(books, 'fee-rule', false);
  const held = settings.map((setting) => ({ ...setting, rule: z.decode(feeRuleSchema, setting.content) }));
  const own = held.filter(({ rule }) => shop === null || [shop, '*'].includes(rule.shopPattern));
  const contracts = own.map(({ rule: _, ...setting }) => setting);
  return { text: presentContracts(own, language), json: { contracts } };
}

async function sayAccepted(books: Books, run: AcceptFee): Promise<Said> {
  const { what, author, note, validFrom } = run;
  const named =
    'file' in what
      ? await readFitting('contracts', what.file, orOne(z.array(feeRuleSchema).min(1)))
      : [await proposed(books, run, what.proposal)];
  const rules = validFrom === null ? named : named.map((rule) => ({ ...rule, validFrom }));
  await acceptFees(books, { rules: [...rules], author, note });
  return sayContracts(books, run);
}

/** The contract of the number that `fees learn` gives it. */
async function proposed(books: Books, { shop }: AcceptFee, number: number): Promise<FeeRule> {
  const all = (await learnFees(books, shop)).flatMap(({ periods }) => periods.map(({ rule }) => rule));
  const rule = all[number - 1];
  if (rule === undefined) throw new ApiError('PROPOSAL_UNKNOWN', { number: String(number), count: String(all.length) });
  return rule;
}

async function sayInvoices(books: Books, run: InvoicesRun): Promise<Said> {
  const answer = await invoicesAfter(books, run);
  return { text: presentInvoices(answer, run.language), json: z.encode(feeInvoicesSchema, answer) };
}

async function invoicesAfter(books: Books, { what, on, author, note }: InvoicesRun): Promise<FeeInvoices> {
  if (what === null) return getInvoices(books);
  if ('file' in what) {
    const invoices = await readFitting('invoices', what.file, orOne(bookInvoicesSchema.shape.invoices));
    return bookInvoices(books, { invoices, author: author.trim() });
  }
  const { shop, voided: number } = what;
  return voidInvoice(books, { shop, number, author, note, ...(on === null ? {} : { on }) });
}

async function sayCalendars(books: Books, { file, author, note, language }: CalendarsRun): Promise<Said> {
  if (file !== null) {
    const content = await readJsonFile('calendars', file);
    const all: unknown[] = Array.isArray(content) ? content : [content];
    const settings = all.map((one) => ({ kind: kindOf(one), request: { content: one, author, note } }));
    // Holidays first: the pay days that are saved after them may name them.
    await saveSettings(
      books,
      [...settings].sort((one, other) => (one.kind < other.kind ? -1 : 1)),
    );
  }
  const payout = (await getSettings(books, 'payout-calendar', false)).settings;
  const holidays = (await getSettings(books, 'holiday-calendar', false)).settings;
  return { text: presentCalendars(payout, holidays, language), json: { calendars: payout, holidays } };
}

const isHolidays = (content: unknown) => typeof content === 'object' && content !== null && 'holidays' in content;
const kindOf = (content: unknown): SettingKind => (isHolidays(content) ? 'holiday-calendar' : 'payout-calendar');
