// What can go wrong between pane and server, as one type: what happened, why, and what to do next.
import type { Translated } from '../core/language.ts';

/** Problems the pane finds by itself; all others come from the server with their own sentence. */
const OWN_PROBLEMS = {
  SERVER_UNREACHABLE: {
    'zh-TW': '連不上伺服器。請確認網路與「設定」中的伺服器位址，再試一次；已送出的資料不會重複。',
    'zh-CN': '连不上服务器。请确认网络与“设置”中的服务器地址，再试一次；已送出的数据不会重复。',
    en: 'The server cannot be reached. Check the network and the server address in Settings, then try again; nothing is sent twice.',
  },
  ACCESS_KEY_REFUSED: {
    'zh-TW': '伺服器不接受這組存取金鑰。請到「設定」重新輸入，或向管理者索取。',
    'zh-CN': '服务器不接受这组访问密钥。请到“设置”重新输入，或向管理员索取。',
    en: 'The server does not accept the access key. Enter it again in Settings, or ask your administrator for one.',
  },
  DEPOSITS_APART: {
    'zh-TW': '這些撥款與入帳不能配成一組：其中一筆剛剛已配對，或不屬於同一個帳戶。沒有入帳；請重新對帳後再選。',
    'zh-CN': '这些拨款与入账不能配成一组：其中一笔刚刚已配对，或不属于同一个账户。没有入账；请重新对账后再选。',
    en: 'These payouts and deposits cannot be matched: one of them was matched meanwhile, or they are of different accounts. Nothing was booked; reconcile again and choose anew.',
  },
  ANSWER_UNREADABLE: {
    'zh-TW': '伺服器的回應無法讀取，可能版本不同或位址不是 Clearsheet。請確認「設定」中的位址，或更新伺服器。',
    'zh-CN': '服务器的响应无法读取，可能版本不同或地址不是 Clearsheet。请确认“设置”中的地址，或更新服务器。',
    en: 'The answer of the server cannot be read: another version, or not a Clearsheet server. Check the address in Settings, or update the server.',
  },
} as const satisfies Record<string, Translated>;

export type OwnProblemCode = keyof typeof OWN_PROBLEMS;

/** A call to the server that gave no usable answer. The message is safe to show and says what to do next. */
export class ApiProblem extends Error {
  readonly code: string;
  readonly sentence: Translated;
  /** The server's number for the failed request, for its log. */
  readonly requestId: string | null;

  constructor(code: string, sentence: Translated, details: { requestId?: string; cause?: unknown } = {}) {
    super(`${code}: ${sentence.en}`, { cause: details.cause });
    this.name = 'ApiProblem';
    this.code = code;
    this.sentence = sentence;
    this.requestId = details.requestId ?? null;
  }
}

export function ownProblem(code: OwnProblemCode, cause?: unknown): ApiProblem {
  return new ApiProblem(code, OWN_PROBLEMS[code], { cause });
}
