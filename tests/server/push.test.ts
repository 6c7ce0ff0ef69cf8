// What pushing a sheet does to the books, row by row.
import type { BatchAnswer } from '../../core/api.ts';
import type { Books } from '../../server/books.ts';
import { completeBatch } from '../../server/commands/complete-batch.ts';
import { openBatch } from '../../server/commands/open-batch.ts';
import { receiveChunk } from '../../server/commands/receive-chunk.ts';
import { BOOKED, countRows, onEveryDriver } from './databases.ts';
import { aLine, anOrder, ordersHeader, payoutHeader, sheetOf, twd } from './fixtures.ts';
import { pushOrders, pushPayout, reconcileBatches } from './push.ts';

const outcomes = (answer: BatchAnswer) => answer.rows.map((row) => row.outcome);
const refusal = (code: string) => expect.objectContaining({ code }) as unknown;

onEveryDriver((newBooks) => {
  let books: Books;
  beforeEach(() => {
    books = newBooks();
  });

  const three = sheetOf([aLine('A1'), aLine('A2'), aLine('A1', { parts: { REFUND: -50 }, paidOutOn: '2024-05-12' })]);

  test('a first push creates every row and answers by sheet row', async () => {
    const answer = await pushPayout(books, three);
    expect(answer).toMatchObject({ repeated: false, counts: { created: 3, unchanged: 0, replaced: 0, conflict: 0 } });
    expect(answer.rows.map((row) => row.row)).toEqual([2, 3, 4]);
  });

  test('the same sheet again is the same batch and writes nothing', async () => {
    const first = await pushPayout(books, three);
    const again = await pushPayout(books, three);
    expect(again).toEqual({ ...first, repeated: true });
    expect(await countRows(books, ['payout_lines', 'import_batches'])).toEqual({ payout_lines: 3, import_batches: 1 });
  });

  test('the same rows in another order are the same batch', async () => {
    const first = await pushPayout(books, three);
    const shuffled = await pushPayout(books, sheetOf([...three].reverse()));
    expect(shuffled).toMatchObject({ batchId: first.batchId, repeated: true });
  });

  test('overlapping parts of a report bring each row once', async () => {
    const part = await pushPayout(books, three.slice(0, 2));
    const whole = await pushPayout(books, three);
    expect(outcomes(part)).toEqual(['created', 'created']);
    expect(outcomes(whole)).toEqual(['unchanged', 'unchanged', 'created']);
    expect(await countRows(books, ['payout_lines'])).toEqual({ payout_lines: 3 });
  });

  test('two equal rows of one file are two rows, told apart by their occurrence number', async () => {
    const answer = await pushPayout(
      books,
      sheetOf([aLine('A1', { identity: 'x 1' }), aLine('A1', { identity: 'x 2' })]),
    );
    expect(outcomes(answer)).toEqual(['created', 'created']);
  });

  test('a row at odds with the books is a conflict that names columns and amounts, also when asked again, and writes nothing', async () => {
    await pushPayout(books, [aLine('A1', { identity: 'T1' })]);
    const other = aLine('A1', { identity: 'T1', parts: { PRINCIPAL: 1050, COMMISSION: -70 } });
    const answer = await pushPayout(books, [other]);
    const nets = { pushed: twd(980), held: twd(990) };
    expect(answer.rows).toEqual([{ row: 2, outcome: 'conflict', fields: ['net', '成交手續費'], nets }]);
    expect((await pushPayout(books, [other])).rows).toEqual(answer.rows);
    expect(await countRows(books, ['payout_lines'])).toEqual({ payout_lines: 1 });
  });

  test('identities longer than an index takes stay apart by their last character', async () => {
    const long = '長'.repeat(3_900);
    const rows = sheetOf([aLine('A1', { identity: `${long}1` }), aLine('A1', { identity: `${long}2` })]);
    expect(outcomes(await pushPayout(books, rows))).toEqual(['created', 'created']);
    expect(outcomes(await pushPayout(books, rows.slice(0, 1)))).toEqual(['unchanged']);
  });

  test('lines that name no order are kept apart from each other', async () => {
    const ads = [aLine(null, { parts: { AD_FEE: -30 } }), aLine(null, { parts: { AD_FEE: -40 } })];
    expect(outcomes(await pushPayout(books, sheetOf(ads)))).toEqual(['created', 'created']);
  });

  describe('orders', () => {
    const cases = [
      ['the same snapshot', anOrder('A1'), 'unchanged', [], 0],
      ['the same snapshot on another row', anOrder('A1', { row: 9 }), 'unchanged', [], 0],
      ['a newer snapshot with a return', anOrder('A1', { credited: 525, returned: 1 }), 'replaced', [], 1],
      ['a cancelled one', anOrder('A1', { stage: 'cancelled' }), 'replaced', [], 1],
      ['an older export', anOrder('A1', { stage: 'shipped' }), 'conflict', ['stage'], 0],
    ] as const;

    test.each(cases)('%s', async (_name, order, outcome, fields, versions) => {
      await pushOrders(books, [anOrder('A1')]);
      // A further order makes another batch of it, so that the rows themselves are compared.
      const answer = await pushOrders(books, [order, anOrder('A2', { row: 30 })]);
      expect(answer.rows[0]).toEqual({ row: order.sourceRow, outcome, fields });
      expect(await countRows(books, ['orders', 'order_lines', 'order_versions'])).toEqual({
        orders: 2,
        order_lines: 2,
        order_versions: versions,
      });
    });

    test('another currency is a conflict', async () => {
      await pushOrders(books, [anOrder('A1')]);
      const answer = await pushOrders(books, [anOrder('A1', { currency: 'USD' })], { currency: 'USD' });
      expect(answer.rows).toEqual([{ row: 2, outcome: 'conflict', fields: ['currency'] }]);
    });

    test('order numbers that differ only in writing are two orders', async () => {
      const answer = await pushOrders(books, sheetOf([anOrder('a1'), anOrder('A1')]));
      expect(outcomes(answer)).toEqual(['created', 'created']);
    });

    test('shops of one name on two platforms do not mix', async () => {
      const momo = { shop: { platform: 'momo', name: '小店' } };
      await pushOrders(books, [anOrder('A1')]);
      expect(outcomes(await pushOrders(books, [anOrder('A1')], momo))).toEqual(['created']);
    });
  });

  describe('a push that is cut', () => {
    test('resumes where it stopped', async () => {
      const header = payoutHeader(three, { chunks: 3 });
      const { batchId } = await openBatch(books, header);
      await receiveChunk(books, batchId, 0, three.slice(0, 1));
      await receiveChunk(books, batchId, 2, three.slice(2));
      await expect(completeBatch(books, batchId)).rejects.toEqual(refusal('CHUNKS_MISSING'));
      expect(await openBatch(books, header)).toEqual({ batchId, state: 'open', receivedChunks: [0, 2] });
      await receiveChunk(books, batchId, 1, three.slice(1, 2));
      expect((await completeBatch(books, batchId)).counts.created).toBe(3);
    });

    test('a chunk sent twice counts once', async () => {
      const { batchId } = await openBatch(books, payoutHeader(three));
      await receiveChunk(books, batchId, 0, three);
      await receiveChunk(books, batchId, 0, three);
      expect((await completeBatch(books, batchId)).rows).toHaveLength(3);
    });

    test('a chunk that comes after the end changes nothing', async () => {
      const { batchId } = await pushPayout(books, three);
      expect(await receiveChunk(books, batchId, 0, [aLine('B1')])).toMatchObject({ state: 'complete' });
      expect(await countRows(books, ['payout_lines', 'import_chunks'])).toEqual({ payout_lines: 3, import_chunks: 0 });
    });

    test('chunks of another size start afresh', async () => {
      const { batchId } = await openBatch(books, payoutHeader(three, { chunks: 3 }));
      await receiveChunk(books, batchId, 0, three.slice(0, 1));
      expect(await openBatch(books, payoutHeader(three, { chunks: 1 }))).toMatchObject({ receivedChunks: [] });
    });

    test('a sheet sorted between two attempts is refused whole, and can be sent again', async () => {
      const header = payoutHeader(three, { chunks: 3 });
      const { batchId } = await openBatch(books, header);
      await receiveChunk(books, batchId, 0, three.slice(0, 1));
      const sorted = [...three].reverse();
      await receiveChunk(books, batchId, 1, sorted.slice(1, 2));
      await receiveChunk(books, batchId, 2, sorted.slice(2));
      await expect(completeBatch(books, batchId)).rejects.toEqual(refusal('ROW_REPEATED'));
      expect(await countRows(books, ['payout_lines', 'import_chunks'])).toEqual({ payout_lines: 0, import_chunks: 0 });
      expect((await pushPayout(books, three, { chunks: 3 })).counts.created).toBe(3);
    });
  });

  test.each([
    [
      'fewer payout rows than declared',
      () => payoutHeader(three, { rows: { read: 4, accepted: 4, rejected: 0, skipped: 0 } }),
    ],
    [
      'more payout rows than declared',
      () => payoutHeader(three, { rows: { read: 2, accepted: 2, rejected: 0, skipped: 0 } }),
    ],
  ])('%s: refused, nothing written', async (_name, header) => {
    const { batchId } = await openBatch(books, header());
    await receiveChunk(books, batchId, 0, three);
    await expect(completeBatch(books, batchId)).rejects.toEqual(refusal('ROW_COUNT_DIFFERS'));
    expect(Object.values(await countRows(books, BOOKED)).every((count) => count === 0)).toBe(true);
  });

  test('orders count by their sheet rows: one for each item', async () => {
    const [tea] = anOrder('A1').lines;
    const order = { ...anOrder('A1'), lines: tea ? [tea, { ...tea, sku: 'TEA-02' }] : [] };
    const short = ordersHeader([order], { rows: { read: 1, accepted: 1, rejected: 0, skipped: 0 } });
    const { batchId } = await openBatch(books, short);
    await receiveChunk(books, batchId, 0, [order]);
    await expect(completeBatch(books, batchId)).rejects.toEqual(refusal('ROW_COUNT_DIFFERS'));
    expect((await pushOrders(books, [order])).counts.created).toBe(1);
  });

  test('what cannot be stored is refused before it is held', async () => {
    const { batchId } = await openBatch(books, payoutHeader(three));
    const put = (index: number, line = aLine('A1')) => receiveChunk(books, batchId, index, [line]);
    await expect(put(1)).rejects.toEqual(refusal('CHUNK_OUT_OF_RANGE'));
    await expect(put(0, { ...aLine('A1'), currency: 'USD' })).rejects.toEqual(refusal('CURRENCY_DIFFERS'));
    await expect(put(0, { ...aLine('A1'), reference: 'a\u0000b' })).rejects.toEqual(refusal('BAD_REQUEST'));
    await expect(put(0, { ...aLine('A1'), reference: '\ud83d' })).rejects.toEqual(refusal('BAD_REQUEST'));
    await expect(put(0, { ...aLine('A1'), reference: '\\u0000 😀' })).resolves.toMatchObject({ receivedChunks: [0] });
    await expect(completeBatch(books, 'unknown')).rejects.toEqual(refusal('BATCH_UNKNOWN'));
  });

  test('a repeated push with other unreadable rows beside the same good ones renews the proof', async () => {
    const { batchId } = await pushPayout(books, three);
    const proof = { net: twd(2000), rejectedNet: twd(70), declared: null, state: 'undeclared' } as const;
    const rows = { read: 4, accepted: 3, rejected: 1, skipped: 0 };
    expect(await openBatch(books, payoutHeader(three, { proof, rows }))).toMatchObject({ batchId, state: 'complete' });
    const result = await reconcileBatches(books, [{ batchId } as BatchAnswer]);
    expect(result.conservation).toMatchObject([{ net: twd(2000), rows: 4, dispositions: { rejected: twd(70) } }]);
    const wrong = { ...rows, accepted: 4 };
    await expect(openBatch(books, payoutHeader(three, { rows: wrong }))).rejects.toEqual(refusal('BATCH_DIFFERS'));
  });
});
