// The library over HTTP for the tests: books with two built-in mappings of our own, and calls that answer typed values.
import type { LibraryDetail } from '../../core/mapping-library.ts';
import { libraryDetailSchema } from '../../core/library-api.ts';
import { mappingFileText } from '../../core/mapping/mapping-file.ts';
import type { Mapping } from '../../core/mapping/mapping.ts';
import type { Books } from '../../server/books.ts';
import type { BuiltIns } from '../../server/built-ins.ts';
import { orderMapping, payoutMapping } from '../core/library-mappings.ts';
import { agentFor, path } from './agent.ts';

export const ID = payoutMapping.id;
export const ORDERS = orderMapping.id;
export const WHO = { author: '小林', note: '帳對不起來' };

function builtInsWith(...mappings: readonly Mapping[]): BuiltIns {
  return new Map(mappings.map((mapping) => [mapping.id, { mapping, text: mappingFileText(mapping, '{}') }]));
}

/** The product after an update: the same books, newer built-in mappings. */
export const withBuiltIns = (books: Books, ...mappings: readonly Mapping[]): Books => ({
  ...books,
  builtIns: builtInsWith(...mappings),
});

/** Each call is one minute after the one before, so that histories have an order. */
export function ticking(books: Books): Books {
  let minute = 0;
  return { ...books, now: () => `2024-06-01T08:${String(minute++ % 60).padStart(2, '0')}:00.000Z` };
}

type Method = 'get' | 'put' | 'post' | 'delete';

export function libraryOf(books: Books) {
  const agent = agentFor(books);
  const send = (method: Method, rest: string, body?: object) => {
    const call = agent[method](path(`/mapping-library${rest}`));
    return body === undefined ? call : call.send(body);
  };
  const detail = async (method: Method, rest: string, body?: object): Promise<LibraryDetail> =>
    libraryDetailSchema.parse((await send(method, rest, body).expect(200)).body);
  return {
    agent,
    send,
    get: (id = ID) => detail('get', `/${id}`),
    save: (mapping: Mapping, more: object = {}) => detail('put', `/${mapping.id}/draft`, { mapping, ...WHO, ...more }),
    publish: (id = ID, more: object = {}) => detail('post', `/${id}/publish`, { ...WHO, ...more }),
    rollBack: (version: number | string, id = ID) => detail('post', `/${id}/rollback`, { version, ...WHO }),
    merge: (more: object = {}, id = ID) => detail('post', `/${id}/merge`, { ...WHO, ...more }),
    confirm: (version: number | string, id = ID) => detail('post', `/${id}/confirm`, { version, by: '小林' }),
    import: (text: string, more: object = {}) => detail('post', '/import', { text, ...WHO, ...more }),
  };
}
