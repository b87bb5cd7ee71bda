import type { Sentence } from '../../../domain/shared/rules.ts';

type Entry = { readonly status: number; readonly title: Sentence };

const entry = (status: number, zh: string, en: string): Entry => ({ status, title: { zh, en } });

/** Every way HTTP says no. A code is stable: programs compare it, people read the title. */
export const problemCodes = {
  'invalid-request': entry(
    400,
    '请求的内容不符合要求。',
    'The request does not have the expected shape.',
  ),
  'malformed-json': entry(400, '请求正文不是有效的 JSON。', 'The body is not JSON.'),
  'not-utf-8': entry(
    400,
    '请求正文不是 UTF-8 编码（可能是 GBK），请以 UTF-8 重新提交。',
    'The body is not in UTF-8 (it may be in GBK): send it again in UTF-8.',
  ),
  'wrong-question': entry(
    400,
    '所问的条件不适用于该指标。',
    'The question does not fit the figure.',
  ),
  'too-many-rows': entry(
    400,
    '行数超过该格式的上限，请改用其他格式。',
    'There are more rows than this format holds; choose another.',
  ),
  'wrong-token': entry(
    403,
    '日历订阅的令牌不正确，或服务器未设置令牌。',
    'The token of the calendar feed is wrong, or the server has none.',
  ),
  'not-the-keeper': entry(
    403,
    '仅限本机上能读取数据目录的人。',
    'Only who can read the data folder on this machine may do this.',
  ),
  'not-found': entry(404, '没有找到。', 'There is no such thing.'),
  'no-such-address': entry(404, '没有这个地址。', 'There is no such address.'),
  'no-such-figure': entry(404, '没有这个指标。', 'There is no such figure.'),
  refused: entry(409, '按规定不能办理。', 'The rules do not allow it.'),
  'not-empty': entry(
    409,
    '系统中已有记录：演示城市只能建在空库中。',
    'There are records already: a demo city is founded in an empty store only.',
  ),
  'changed-meanwhile': entry(
    412,
    '在此期间已有他人作了变更，请核对后再提交。',
    'Someone changed it meanwhile: look at what happened and decide again.',
  ),
  'body-too-large': entry(413, '请求正文过大。', 'The body is too large.'),
  'unsupported-media-type': entry(
    415,
    '请求正文应为 application/json（UTF-8）。',
    'The body must be application/json in UTF-8.',
  ),
  'media-type-not-allowed': entry(
    415,
    '不接受此类文件：仅限 PDF、图片、DOCX、XLSX、OFD 和 UTF-8 文本。',
    'Files of this type are not kept: PDF, images, DOCX, XLSX, OFD and text in UTF-8 are.',
  ),
  'other-media-type': entry(
    415,
    '文件内容与所称的类型不符。',
    'The file is not of the type it is said to be.',
  ),
  'wrong-host': entry(
    421,
    '本服务器不以该主机名提供服务。',
    'This server does not go by that name.',
  ),
  'key-reused': entry(
    422,
    '同一 Idempotency-Key 已用于另一内容的请求。',
    'The Idempotency-Key was used for a request with another body.',
  ),
  'wrong-hash': entry(
    422,
    '文件内容与地址中的 SHA-256 不符，可能传输有误，请重新上传。',
    'The content does not have the SHA-256 in the address; it may have been damaged on the way: send it again.',
  ),
  'damaged-attachment': entry(
    500,
    '保存的文件已损坏，请联系管理员从备份恢复。',
    'The kept file is damaged; ask the operator to restore it from a backup.',
  ),
  internal: entry(
    500,
    '系统内部错误，已记入日志。',
    'Something went wrong here; it is in the log.',
  ),
  busy: entry(
    503,
    '他人同时在办理同一事项，请稍后重试。',
    'Others are working on the same thing; try again in a moment.',
  ),
  'store-unavailable': entry(
    503,
    '事件库暂时无法使用，请稍后重试。',
    'The event store is out of reach; try again later.',
  ),
  'keys-elsewhere': entry(
    503,
    '个人信息的密钥由另一节点保管，请在该节点办理；其他业务不受影响。',
    'The keys to the details of people are kept by another node: handle people there. Everything else goes on here.',
  ),
  'not-started': entry(
    503,
    '系统未能启动完毕，暂不受理，请联系管理员。',
    'The system could not start up and takes nothing for now; tell the operator.',
  ),
  'lagging-reads': entry(
    503,
    '查询数据尚未更新到最新，请稍后重试。',
    'The read models have not caught up yet; try again in a moment.',
  ),
} as const satisfies Record<string, Entry>;

export type ProblemCode = keyof typeof problemCodes;
