// Everything the server refuses, as one list: code, HTTP status and a sentence that is safe to show and ends with the
// next step. Sentences never hold rows, amounts or secrets.
import type { Translated } from '../core/language.ts';
import { LEDGER_ERRORS } from './ledger-errors.ts';
import { at, type Details, type Refusal, refusal } from './refusal.ts';

export const API_ERRORS = {
  ...LEDGER_ERRORS,
  NOT_FOUND: refusal(404, {
    'zh-TW': () => '沒有這個位址。請更新 Clearsheet 增益集後再試。',
    'zh-CN': () => '没有这个地址。请更新 Clearsheet 加载项后再试。',
    en: () => 'There is nothing at this address. Update the Clearsheet add-in and try again.',
  }),
  BAD_JSON: refusal(400, {
    'zh-TW': () => '送來的內容不是完整的 JSON，可能傳到一半就中斷了。請再送一次。',
    'zh-CN': () => '送来的内容不是完整的 JSON，可能传到一半就中断了。请再送一次。',
    en: () => 'The content is not complete JSON; it may have been cut off on the way. Send it again.',
  }),
  BAD_REQUEST: refusal(400, {
    'zh-TW': (d) => `送來的內容有一處不符格式：${at(d, 'path')}（${at(d, 'problem')}）。請更新增益集後再試。`,
    'zh-CN': (d) => `送来的内容有一处不符格式：${at(d, 'path')}（${at(d, 'problem')}）。请更新加载项后再试。`,
    en: (d) => `The content does not fit at ${at(d, 'path')} (${at(d, 'problem')}). Update the add-in and try again.`,
  }),
  SHOP_NAME_TOO_LONG: refusal(400, {
    'zh-TW': (d) => `店鋪名稱最多 ${at(d, 'longest')} 個字。沒有寫入任何內容；請在設定中縮短名稱後再試。`,
    'zh-CN': (d) => `店铺名称最多 ${at(d, 'longest')} 个字。没有写入任何内容；请在设置中缩短名称后再试。`,
    en: (d) =>
      `The name of a shop has at most ${at(d, 'longest')} characters. Nothing was written; shorten the name in the settings and try again.`,
  }),
  BODY_TOO_LARGE: refusal(413, {
    'zh-TW': () => '一次送來的資料超過 8 MB。請分成較小的部分再送。',
    'zh-CN': () => '一次送来的数据超过 8 MB。请分成较小的部分再送。',
    en: () => 'One request may hold 8 MB. Send the data in smaller parts.',
  }),
  ACCESS_KEY_REQUIRED: refusal(401, {
    'zh-TW': () => '這個伺服器需要存取金鑰。請在設定中填入管理員給的金鑰。',
    'zh-CN': () => '这个服务器需要访问密钥。请在设置中填入管理员给的密钥。',
    en: () => 'This server asks for an access key. Enter the key your administrator gave you in the settings.',
  }),
  HOST_NOT_ALLOWED: refusal(403, {
    'zh-TW': () => '這個伺服器只接受本機的連線。請使用 localhost 的位址。',
    'zh-CN': () => '这个服务器只接受本机的连接。请使用 localhost 的地址。',
    en: () => 'This server answers this computer only. Use its localhost address.',
  }),
  BATCH_UNKNOWN: refusal(404, {
    'zh-TW': () => '找不到這個匯入批次。請重新對這張表。',
    'zh-CN': () => '找不到这个导入批次。请重新对这张表。',
    en: () => 'This import batch is not known. Reconcile the sheet again.',
  }),
  BATCH_DIFFERS: refusal(409, {
    'zh-TW': () => '這個匯入批次與先前同名的批次內容不符。請重新開啟檔案後再對一次。',
    'zh-CN': () => '这个导入批次与先前同名的批次内容不符。请重新打开文件后再对一次。',
    en: () =>
      'This import batch does not agree with the one held under its fingerprint. Reopen the file and try again.',
  }),
  PLAN_STALE: refusal(409, {
    'zh-TW': () => '預覽之後資料已經變動，這份計畫不再成立，沒有入帳。請重新預覽後再確認。',
    'zh-CN': () => '预览之后数据已经变动，这份计划不再成立，没有入账。请重新预览后再确认。',
    en: () => 'The data changed after the preview, so this plan no longer holds and nothing was posted. Preview again.',
  }),
  WRITE_OFF_OVER_LIMIT: refusal(403, {
    'zh-TW': (d) => `金額超過${at(d, 'zh-TW')}，沒有入帳。請由有權限的人處理，或調整公司政策中的上限。`,
    'zh-CN': (d) => `金额超过${at(d, 'zh-CN')}，没有入账。请由有权限的人处理，或调整公司政策中的上限。`,
    en: (d) =>
      `The amount is above ${at(d, 'en')}; nothing was booked. Let somebody with the authority do it, or raise the limit in the policy.`,
  }),
  POLICY_LOOSENED: refusal(403, {
    'zh-TW': (d) =>
      `這次要求放寬了公司政策：${at(d, 'zh-TW')}。沒有入帳；請不要在要求中放寬，或由有權限的人修改公司政策。`,
    'zh-CN': (d) =>
      `这次请求放宽了公司政策：${at(d, 'zh-CN')}。没有入账；请不要在请求中放宽，或由有权限的人修改公司政策。`,
    en: (d) =>
      `This request would loosen the policy of the team: ${at(d, 'en')}. Nothing was booked; leave it out, or have the policy changed by somebody who may.`,
  }),
  AUTHOR_MISSING: refusal(400, {
    'zh-TW': () => '核准入帳要留下核准人的姓名。沒有入帳；請填上姓名（命令列用 --author）後再試。',
    'zh-CN': () => '核准入账要留下核准人的姓名。没有入账；请填上姓名（命令行用 --author）后再试。',
    en: () =>
      'Rows are approved under a name. Nothing was booked; give the name (--author on the command line) and try again.',
  }),
  WORK_UNLIKE: refusal(409, {
    'zh-TW': () => '一次只能處理同一種差異、同一店鋪、同一幣別的項目。沒有更動任何內容；請重新選取。',
    'zh-CN': () => '一次只能处理同一种差异、同一店铺、同一币种的项目。没有更动任何内容；请重新选取。',
    en: () =>
      'Only items of one state, one shop and one currency can be handled at once. Nothing was changed; choose again.',
  }),
  WORK_NOT_POSSIBLE: refusal(409, {
    'zh-TW': () => '這個項目不能這樣處理，沒有更動任何內容。請重新整理清單，選擇其他處理方式。',
    'zh-CN': () => '这个项目不能这样处理，没有更动任何内容。请刷新清单，选择其他处理方式。',
    en: () => 'This item cannot be handled in this way; nothing was changed. Refresh the list and choose another way.',
  }),
  LINK_NOT_POSSIBLE: refusal(409, {
    'zh-TW': () =>
      '不能連結到這張訂單：帳上沒有這個編號、幣別不同，或這個對應已被否決。沒有更動任何內容；請核對訂單編號。',
    'zh-CN': () =>
      '不能关联到这张订单：账上没有这个编号、币种不同，或这个对应已被否决。没有更动任何内容；请核对订单编号。',
    en: () =>
      'The payout cannot be linked to this order: the books do not hold its number, its currency differs, or the pair was declined. Nothing was changed; check the order number.',
  }),
  BATCH_NOT_COMPLETE: refusal(409, {
    'zh-TW': () => '這個匯入批次還沒有送完。請重新對這張表，會從中斷的地方繼續。',
    'zh-CN': () => '这个导入批次还没有送完。请重新对这张表，会从中断的地方继续。',
    en: () => 'This import batch is not complete. Reconcile the sheet again; it goes on where it stopped.',
  }),
  CHUNK_OUT_OF_RANGE: refusal(400, {
    'zh-TW': (d) => `沒有第 ${at(d, 'index')} 份：這個批次共 ${at(d, 'chunks')} 份，從 0 起算。請更新增益集後再試。`,
    'zh-CN': (d) => `没有第 ${at(d, 'index')} 份：这个批次共 ${at(d, 'chunks')} 份，从 0 起算。请更新加载项后再试。`,
    en: (d) =>
      `There is no chunk ${at(d, 'index')}: this batch has ${at(d, 'chunks')}, counted from 0. Update the add-in and try again.`,
  }),
  CHUNKS_MISSING: refusal(409, {
    'zh-TW': (d) => `還缺 ${at(d, 'missing')} 份資料。請重新對這張表，會從中斷的地方繼續。`,
    'zh-CN': (d) => `还缺 ${at(d, 'missing')} 份数据。请重新对这张表，会从中断的地方继续。`,
    en: (d) => `${at(d, 'missing')} chunks are still missing. Reconcile the sheet again; it goes on where it stopped.`,
  }),
  ROW_COUNT_DIFFERS: refusal(409, {
    'zh-TW': (d) =>
      `收到 ${at(d, 'received')} 列，但檔案宣告 ${at(d, 'declared')} 列。沒有匯入任何資料，已收到的部分也已捨棄；請重新對這張表。`,
    'zh-CN': (d) =>
      `收到 ${at(d, 'received')} 行，但文件声明 ${at(d, 'declared')} 行。没有导入任何数据，已收到的部分也已舍弃；请重新对这张表。`,
    en: (d) =>
      `${at(d, 'received')} rows arrived, but the file declared ${at(d, 'declared')}. Nothing was imported and what had arrived was dropped; reconcile the sheet again.`,
  }),
  ROW_REPEATED: refusal(409, {
    'zh-TW': (d) =>
      `第 ${at(d, 'row')} 列與另一列是同一筆資料，可能在傳送中途改動了工作表。沒有匯入任何資料，已收到的部分也已捨棄；請重新對這張表。`,
    'zh-CN': (d) =>
      `第 ${at(d, 'row')} 行与另一行是同一笔数据，可能在传送中途改动了工作表。没有导入任何数据，已收到的部分也已舍弃；请重新对这张表。`,
    en: (d) =>
      `Row ${at(d, 'row')} is the same record as another row; the sheet may have changed while it was being sent. Nothing was imported and what had arrived was dropped; reconcile the sheet again.`,
  }),
  CURRENCY_DIFFERS: refusal(400, {
    'zh-TW': (d) => `第 ${at(d, 'row')} 列的幣別與批次的幣別 ${at(d, 'currency')} 不同。請分成不同的批次。`,
    'zh-CN': (d) => `第 ${at(d, 'row')} 行的币别与批次的币别 ${at(d, 'currency')} 不同。请分成不同的批次。`,
    en: (d) =>
      `Row ${at(d, 'row')} is in another currency than its batch (${at(d, 'currency')}). Send it in its own batch.`,
  }),
  MAPPING_UNKNOWN: refusal(404, {
    'zh-TW': (d) => `對應表庫裡沒有「${at(d, 'id')}」。請重新整理清單後再選一次。`,
    'zh-CN': (d) => `对应表库里没有“${at(d, 'id')}”。请刷新列表后再选一次。`,
    en: (d) => `The mapping library does not hold "${at(d, 'id')}". Refresh the list and choose again.`,
  }),
  MAPPING_VERSION_UNKNOWN: refusal(404, {
    'zh-TW': (d) => `對應表「${at(d, 'id')}」沒有版本 ${at(d, 'version')}。請重新載入這個對應表後再試。`,
    'zh-CN': (d) => `对应表“${at(d, 'id')}”没有版本 ${at(d, 'version')}。请重新加载这个对应表后再试。`,
    en: (d) => `The mapping "${at(d, 'id')}" has no version ${at(d, 'version')}. Load the mapping again and retry.`,
  }),
  MAPPING_VERSION_LEFT_BEHIND: refusal(409, {
    'zh-TW': (d) => `版本 ${at(d, 'version')} 是用舊的對應表語言寫的，目前的程式讀不懂。請改選較新的版本。`,
    'zh-CN': (d) => `版本 ${at(d, 'version')} 是用旧的对应表语言写的，目前的程序读不懂。请改选较新的版本。`,
    en: (d) =>
      `Version ${at(d, 'version')} is written in an earlier mapping language, which this program no longer reads. Choose a newer version.`,
  }),
  MAPPING_FILE_UNREADABLE: refusal(400, {
    'zh-TW': (d) => `這個檔案不是對應表：${at(d, 'path')}（${at(d, 'problem')}）。沒有匯入；請修正檔案後再匯入一次。`,
    'zh-CN': (d) => `这个文件不是对应表：${at(d, 'path')}（${at(d, 'problem')}）。没有导入；请修正文件后再导入一次。`,
    en: (d) =>
      `The file is no mapping at ${at(d, 'path')} (${at(d, 'problem')}). Nothing was imported; correct the file and import it again.`,
  }),
  DRAFT_UNKNOWN: refusal(404, {
    'zh-TW': (d) => `對應表「${at(d, 'id')}」目前沒有草稿，可能已經發布或捨棄。請重新載入後再試。`,
    'zh-CN': (d) => `对应表“${at(d, 'id')}”目前没有草稿，可能已经发布或舍弃。请重新加载后再试。`,
    en: (d) => `The mapping "${at(d, 'id')}" has no draft; it may have been published or dropped. Load it again.`,
  }),
  DRAFT_HELD: refusal(409, {
    'zh-TW': (d) => `${at(d, 'author')} 已有這個對應表的草稿。沒有儲存；請先載入該草稿，再決定要不要覆蓋。`,
    'zh-CN': (d) => `${at(d, 'author')} 已有这个对应表的草稿。没有保存；请先加载该草稿，再决定要不要覆盖。`,
    en: (d) =>
      `${at(d, 'author')} holds a draft of this mapping. Nothing was saved; load that draft first, then decide whether to write over it.`,
  }),
  DRAFT_OUTDATED: refusal(409, {
    'zh-TW': (d) =>
      `草稿完成之前，${at(d, 'author')} 已發布版本 ${at(d, 'version')}。草稿仍保留、沒有發布；請先併入該版本，確認後再發布。`,
    'zh-CN': (d) =>
      `草稿完成之前，${at(d, 'author')} 已发布版本 ${at(d, 'version')}。草稿仍保留、没有发布；请先并入该版本，确认后再发布。`,
    en: (d) =>
      `${at(d, 'author')} published version ${at(d, 'version')} while the draft was written. The draft is kept and was not published; merge that version into it, check it, and publish again.`,
  }),
  NOTHING_TO_MERGE: refusal(409, {
    'zh-TW': () => '沒有需要併入的更新，這個對應表已是最新。可以直接編輯或發布。',
    'zh-CN': () => '没有需要并入的更新，这个对应表已是最新。可以直接编辑或发布。',
    en: () => 'There is nothing to merge; the mapping is up to date. Edit or publish it as it is.',
  }),
  MERGE_MAKES_NO_MAPPING: refusal(409, {
    'zh-TW': (d) => `兩邊的更改合在一起不成立：${at(d, 'zh-TW')}。沒有更動任何內容；請在草稿中手動調整後再併入。`,
    'zh-CN': (d) => `两边的更改合在一起不成立：${at(d, 'zh-CN')}。没有更动任何内容；请在草稿中手动调整后再并入。`,
    en: (d) =>
      `The changes of both sides make no mapping together: ${at(d, 'en')}. Nothing was changed; adjust the draft by hand and merge again.`,
  }),
  MAPPING_CLAIMS_OTHERS: refusal(409, {
    'zh-TW': (d) =>
      `這份對應也會認走「${at(d, 'zh-TW')}」的檔案。沒有發布；請選更多必要欄位來區分，或確認可以後再發布。`,
    'zh-CN': (d) => `这份对应也会认走“${at(d, 'zh-CN')}”的文件。没有发布；请选更多必需列来区分，或确认可以后再发布。`,
    en: (d) =>
      `This mapping would also take files of "${at(d, 'en')}". It was not published; choose more required columns that tell them apart, or confirm and publish again.`,
  }),
  MAPPING_RENEWED: refusal(409, {
    'zh-TW': (d) =>
      `這個對應表現在使用的是 ${at(d, 'author')} 的版本 ${at(d, 'version')}，不是您看到的版本。請重新載入並確認新版。`,
    'zh-CN': (d) =>
      `这个对应表现在使用的是 ${at(d, 'author')} 的版本 ${at(d, 'version')}，不是您看到的版本。请重新加载并确认新版。`,
    en: (d) =>
      `This mapping now uses version ${at(d, 'version')} by ${at(d, 'author')}, not the one you saw. Load it again and confirm the new one.`,
  }),
  UNDO_UNKNOWN: refusal(404, {
    'zh-TW': (d) => `帳上找不到「${at(d, 'name')}」。沒有沖銷；請核對單號、批次或列號後再試。`,
    'zh-CN': (d) => `账上找不到“${at(d, 'name')}”。没有冲销；请核对单号、批次或行号后再试。`,
    en: (d) => `The books do not hold "${at(d, 'name')}". Nothing was reversed; check the number, batch or row.`,
  }),
  ROW_UNKNOWN: refusal(404, {
    'zh-TW': (d) => `「${at(d, 'name')}」不是已匯入的撥款列。沒有入帳；請核對檔名、工作表與列號後再試。`,
    'zh-CN': (d) => `“${at(d, 'name')}”不是已导入的拨款行。没有入账；请核对文件名、工作表与行号后再试。`,
    en: (d) => `"${at(d, 'name')}" is no payout row that was imported. Nothing was booked; check file, sheet and row.`,
  }),
  UNDO_AMBIGUOUS: refusal(409, {
    'zh-TW': (d) => `「${at(d, 'name')}」在不同的檔案裡是不同的款項。沒有沖銷；請改用收款單號沖銷。`,
    'zh-CN': (d) => `“${at(d, 'name')}”在不同的文件里是不同的款项。没有冲销；请改用收款单号冲销。`,
    en: (d) =>
      `"${at(d, 'name')}" is different money in different files. Nothing was reversed; name the receipt instead.`,
  }),
  UNDO_ELSEWHERE: refusal(409, {
    'zh-TW': (d) =>
      `「${at(d, 'name')}」不是對帳，不能在這裡沖銷。入帳比對請逐筆取消；稅額調整與月底調整請再執行一次，只會補差額。`,
    'zh-CN': (d) =>
      `“${at(d, 'name')}”不是对账，不能在这里冲销。入账比对请逐笔取消；税额调整与月末调整请再执行一次，只会补差额。`,
    en: (d) =>
      `"${at(d, 'name')}" is no reconciliation and is not reversed here. Take deposits back one by one; run the tax adjustment or the month's end again, which posts only what changed.`,
  }),
  UNDO_EMPTY: refusal(409, {
    'zh-TW': (d) => `「${at(d, 'name')}」沒有入過帳，沒有可以沖銷的單據。請選擇已入帳的項目。`,
    'zh-CN': (d) => `“${at(d, 'name')}”没有入过账，没有可以冲销的单据。请选择已入账的项目。`,
    en: (d) =>
      `Nothing was ever posted for "${at(d, 'name')}", so there is nothing to reverse. Choose what was posted.`,
  }),
  REVERSED_ALREADY: refusal(409, {
    'zh-TW': (d) =>
      `「${at(d, 'name')}」已經沖銷過了${d['by'] ? `（${d['by']}）` : ''}，不會再沖一次。若要重新入帳，請再對一次帳。`,
    'zh-CN': (d) =>
      `“${at(d, 'name')}”已经冲销过了${d['by'] ? `（${d['by']}）` : ''}，不会再冲一次。若要重新入账，请再对一次账。`,
    en: (d) =>
      `"${at(d, 'name')}" was reversed before${d['by'] ? ` (by ${d['by']})` : ''} and is not reversed twice. Reconcile again to book it anew.`,
  }),
  REVERSAL_FINAL: refusal(409, {
    'zh-TW': (d) => `「${at(d, 'name')}」本身就是沖銷，不能再沖銷。若要恢復原來的入帳，請再對一次帳。`,
    'zh-CN': (d) => `“${at(d, 'name')}”本身就是冲销，不能再冲销。若要恢复原来的入账，请再对一次账。`,
    en: (d) => `"${at(d, 'name')}" is a reversal itself and cannot be reversed. Reconcile again to book it anew.`,
  }),
  REVERSAL_DEPENDED: refusal(409, {
    'zh-TW': (d) => `後來的單據 ${at(d, 'documents')} 以它為依據，現在不能沖銷。請先沖銷後來的單據。`,
    'zh-CN': (d) => `后来的单据 ${at(d, 'documents')} 以它为依据，现在不能冲销。请先冲销后来的单据。`,
    en: (d) =>
      `The later documents ${at(d, 'documents')} build on it, so it cannot be reversed now. Reverse those first.`,
  }),
  SHOP_UNKNOWN: refusal(404, {
    'zh-TW': (d) => `帳上沒有店鋪「${at(d, 'shop')}」。請確認店名；不指定店鋪則涵蓋所有店鋪。`,
    'zh-CN': (d) => `账上没有店铺“${at(d, 'shop')}”。请确认店名；不指定店铺则涵盖所有店铺。`,
    en: (d) => `The books hold no shop "${at(d, 'shop')}". Check its name, or name none for all shops.`,
  }),
  SHOP_NOT_IN_BOOKS: refusal(404, {
    'zh-TW': (d) => `帳上沒有店鋪「${at(d, 'wanted')}」。可選的店鋪：${at(d, 'known')}。請改用其中之一，或不指定店鋪。`,
    'zh-CN': (d) => `账上没有店铺“${at(d, 'wanted')}”。可选的店铺：${at(d, 'known')}。请改用其中之一，或不指定店铺。`,
    en: (d) =>
      `The books hold no shop "${at(d, 'wanted')}". Shops there are: ${at(d, 'knownEn')}. Name one of these, or none.`,
  }),
  PLATFORM_NOT_IN_BOOKS: refusal(404, {
    'zh-TW': (d) => `帳上沒有平台「${at(d, 'wanted')}」。可選的平台：${at(d, 'known')}。請改用其中之一，或不指定平台。`,
    'zh-CN': (d) => `账上没有平台“${at(d, 'wanted')}”。可选的平台：${at(d, 'known')}。请改用其中之一，或不指定平台。`,
    en: (d) =>
      `The books hold no platform "${at(d, 'wanted')}". Platforms there are: ${at(d, 'knownEn')}. Name one of these, or none.`,
  }),
  PROPOSAL_UNKNOWN: refusal(404, {
    'zh-TW': (d) => `沒有第 ${at(d, 'number')} 個提案，目前共 ${at(d, 'count')} 個。請用 fees learn 重新列出後再選。`,
    'zh-CN': (d) => `没有第 ${at(d, 'number')} 个提案，目前共 ${at(d, 'count')} 个。请用 fees learn 重新列出后再选。`,
    en: (d) => `There is no proposal ${at(d, 'number')}; there are ${at(d, 'count')}. List them again with fees learn.`,
  }),
  SETTING_UNREADABLE: refusal(400, {
    'zh-TW': (d) => `設定有一處不符格式：${at(d, 'path')}（${at(d, 'problem')}）。沒有儲存；請修正後再存一次。`,
    'zh-CN': (d) => `设置有一处不符格式：${at(d, 'path')}（${at(d, 'problem')}）。没有保存；请修正后再存一次。`,
    en: (d) =>
      `The setting does not fit at ${at(d, 'path')} (${at(d, 'problem')}). Nothing was saved; correct it and save again.`,
  }),
  SETTING_FAULTY: refusal(400, {
    'zh-TW': (d) => `設定沒有儲存：${at(d, 'zh-TW')}`,
    'zh-CN': (d) => `设置没有保存：${at(d, 'zh-CN')}`,
    en: (d) => `The setting was not saved. ${at(d, 'en')}`,
  }),
  SETTING_OUTDATED: refusal(409, {
    'zh-TW': (d) => `${at(d, 'author')} 已經存了較新的版本 ${at(d, 'version')}。沒有儲存；請重新載入後再修改。`,
    'zh-CN': (d) => `${at(d, 'author')} 已经存了较新的版本 ${at(d, 'version')}。没有保存；请重新加载后再修改。`,
    en: (d) =>
      `${at(d, 'author')} saved the newer version ${at(d, 'version')} meanwhile. Nothing was saved; load it and change that one.`,
  }),
  TWO_CURRENCIES: refusal(400, {
    'zh-TW': (d) =>
      `選的款項有不同的幣別（${at(d, 'currencies')}），不能相加。沒有儲存；撥款要同一幣別，入帳要同一幣別；兩邊幣別不同時都要大於零，且入帳在銀行帳戶。`,
    'zh-CN': (d) =>
      `选的款项有不同的币种（${at(d, 'currencies')}），不能相加。没有保存；拨款要同一币种，入账要同一币种；两边币种不同时都要大于零，且入账在银行账户。`,
    en: (d) =>
      `What was chosen is of several currencies (${at(d, 'currencies')}), which are never added. Nothing was saved; choose payouts of one currency and deposits of one. Where the two differ, both must be above zero and the deposits in a bank account.`,
  }),
  BASE_CURRENCY_FIXED: refusal(409, {
    'zh-TW': (d) => `帳上已有傳票，本位幣不能再由 ${at(d, 'from')} 改為 ${at(d, 'to')}。沒有儲存；請保留原來的本位幣。`,
    'zh-CN': (d) => `账上已有凭证，本位币不能再由 ${at(d, 'from')} 改为 ${at(d, 'to')}。没有保存；请保留原来的本位币。`,
    en: (d) =>
      `Vouchers are posted, so the base currency can no longer change from ${at(d, 'from')} to ${at(d, 'to')}. Nothing was saved; keep the base currency.`,
  }),
  BOOKS_BUSY: refusal(503, {
    'zh-TW': () => '帳冊正由另一個使用者或程式寫入，等候逾時。這一步沒有寫入任何資料；請稍後再試一次。',
    'zh-CN': () => '账册正由另一个用户或程序写入，等候超时。这一步没有写入任何数据；请稍后再试一次。',
    en: () =>
      'Somebody else, or another program, has been writing in the books for too long. This step wrote nothing; try again in a while.',
  }),
  INTERNAL: refusal(500, {
    'zh-TW': () => '伺服器發生未預期的錯誤，這一步沒有寫入任何資料。請再試一次；若仍發生，請把請求編號交給管理員。',
    'zh-CN': () => '服务器发生未预期的错误，这一步没有写入任何数据。请再试一次；若仍发生，请把请求编号交给管理员。',
    en: () =>
      'The server met an unexpected error; this step wrote nothing. Try again; if it happens again, give your administrator the request id.',
  }),
} as const satisfies Record<string, Refusal>;

export type ApiErrorCode = keyof typeof API_ERRORS;

/** A refusal of the list above, thrown by commands and routes and answered in one place. */
export class ApiError extends Error {
  readonly code: ApiErrorCode;
  readonly details: Details;

  constructor(code: ApiErrorCode, details: Details = {}) {
    super(API_ERRORS[code].say.en(details));
    this.name = 'ApiError';
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return API_ERRORS[this.code].status;
  }

  get translated(): Translated {
    const { say } = API_ERRORS[this.code];
    return { 'zh-TW': say['zh-TW'](this.details), 'zh-CN': say['zh-CN'](this.details), en: say.en(this.details) };
  }
}
