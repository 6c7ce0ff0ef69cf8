// What a person teaches the linking ladder: a number that belongs to an order, a pair that never returns, or neither.
import type { LinkDecisionRequest, Links } from '../../core/ledger-api.ts';
import type { LinkMemory } from '../../core/reconcile/account.ts';
import type { Books } from '../books.ts';
import { appendAudit } from '../store/audit-log.ts';
import { insertLinkDecision, linkMemory } from '../store/link-decisions.ts';

export function getLinks(books: Books): Promise<Links> {
  return books.database.transaction(books.company, async (tx) => presentLinks(await linkMemory(tx)));
}

export function decideLink(books: Books, request: LinkDecisionRequest): Promise<Links> {
  return books.database.transaction(books.company, async (tx) => {
    const decidedAt = books.now();
    const { kind, subject, orderKey, orderKeys = [orderKey], author, note } = request;
    await insertLinkDecision(tx, { kind, subject, orderKeys, author, note, decidedAt });
    await appendAudit(tx, decidedAt, { action: 'link.decided', subject: kind, detail: { author, note } });
    return presentLinks(await linkMemory(tx));
  });
}

const PAIR = '\u001e';

function presentLinks({ aliases, groups, declined }: LinkMemory): Links {
  return {
    aliases: [...aliases].map(([subject, orderKey]) => ({ subject, orderKey })),
    groups: [...groups].map(([subject, orderKeys]) => ({ subject, orderKeys: [...orderKeys] })),
    declined: [...declined].map((pair) => {
      const [subject = '', orderKey = ''] = pair.split(PAIR);
      return { subject, orderKey };
    }),
  };
}
