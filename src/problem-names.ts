import type { Name } from './vocabulary-names.ts';

/**
 * What to tell people of each code of a problem, of one of its fields, or of a row of an import:
 * one sentence that says what to do. A test holds this table against the code.
 */
export const problemNames = {
  // The request as a whole.
  validation_failed: {
    zh: '有内容未填对，请按各项提示修改后再提交。',
    en: 'Some entries are not right: correct those marked, then send again.',
  },
  bad_request: { zh: '请求无法识别，请刷新页面后重试。', en: 'Reload the page and try again.' },
  body_too_large: {
    zh: '内容过大，请压缩或拆分后再提交。',
    en: 'Too large: make it smaller or send it in parts.',
  },
  unsupported_media_type: {
    zh: '文件或内容的类型不受支持，请换一种格式。',
    en: 'This type is not taken here: send another format.',
  },
  unsupported_encoding: {
    zh: '编码不受支持，请另存为 UTF-8 后再传。',
    en: 'Save it as UTF-8 and send it again.',
  },
  malformed_json: {
    zh: '内容不是有效的 JSON，请检查格式。',
    en: 'Not valid JSON: check the format.',
  },
  malformed_encoding: {
    zh: '内容在传输中损坏，请重新提交。',
    en: 'Damaged on the way: send it again.',
  },
  malformed_form: { zh: '表单不完整，请重新提交。', en: 'The form is incomplete: send it again.' },
  too_many_parts: {
    zh: '表单项过多，请一次只传一个文件。',
    en: 'Too many parts: send one file at a time.',
  },
  method_not_allowed: {
    zh: '此地址不支持该操作，请刷新页面后重试。',
    en: 'Not possible at this address: reload the page and try again.',
  },
  not_found: {
    zh: '没有找到，可能已移走或不在您的查看范围内。',
    en: 'Not found: it may be gone, or not yours to see.',
  },
  forbidden: {
    zh: '您没有这项权限，需要时请联系科技局。',
    en: 'You may not do this: ask the bureau if you need to.',
  },
  sign_in_needed: { zh: '请先登录。', en: 'Sign in first.' },
  wrong_credentials: {
    zh: '邮箱或密码不正确，请重新输入。',
    en: 'The address or the password is wrong: try again.',
  },
  wrong_password: {
    zh: '当前密码不正确，请重新输入。',
    en: 'The present password is wrong: try again.',
  },
  weak_password: {
    zh: '密码过于简单，请换一个更长、更难猜的。',
    en: 'Choose a longer password that is hard to guess.',
  },
  wrong_origin: {
    zh: '请从本平台的页面操作。',
    en: 'Do this from a page of this platform.',
  },
  account_closed: {
    zh: '该账号已停用，请联系科技局。',
    en: 'This account is closed: ask the bureau.',
  },
  invitation_over: {
    zh: '邀请链接已失效，请联系邀请人重新发送。',
    en: 'This invitation is over: ask for a new one.',
  },
  too_many_attempts: {
    zh: '尝试次数过多，请稍后再试。',
    en: 'Too many attempts: wait a while and try again.',
  },
  too_many_requests: {
    zh: '操作过于频繁，请稍后再试。',
    en: 'Too many requests: wait a moment and try again.',
  },
  too_many_streams: {
    zh: '打开的页面过多，请关闭一些后刷新。',
    en: 'Too many pages are open: close some and reload.',
  },
  idempotency_key_reused: {
    zh: '内容已改动，请重新提交。',
    en: 'The content has changed since: send it again.',
  },
  internal_error: {
    zh: '系统出错，请稍后重试，仍不行请把请求编号告诉管理员。',
    en: 'Something went wrong here: try again, or tell the administrator the request id.',
  },
  service_unavailable: {
    zh: '服务暂时不可用，请稍后重试。',
    en: 'Not available at the moment: try again soon.',
  },
  invalid_cursor: { zh: '翻页位置已失效，请回到第一页。', en: 'Go back to the first page.' },

  // The state of things.
  rows_without_keys: {
    zh: '这份报告发布较早，明细没有保存该分组，请按领域、类型或月份查看。',
    en: 'This report is older than that split: look at it by field, type or month.',
  },
  stale_revision: {
    zh: '他人已先修改，请对照最新内容后再保存。',
    en: 'It was changed meanwhile: compare with what is there now, then save.',
  },
  busy: { zh: '他人正在修改，请稍后重试。', en: 'Others are changing it: try again in a moment.' },
  already_exists: {
    zh: '已有相同的记录，请先查看。',
    en: 'It is there already: look it up first.',
  },
  outdated: {
    zh: '该版本为旧的评分方式所学，已不能启用。',
    en: 'It was learnt for an earlier way of scoring, and cannot be used any more.',
  },
  wrong_state: {
    zh: '当前状态不能这样做，请刷新查看最新状态。',
    en: 'Not possible in its present state: reload to see where it stands.',
  },
  own_account: {
    zh: '不能对自己的账号这样做，请另一位管理员操作。',
    en: 'Not on your own account: ask another administrator.',
  },
  too_many_tokens: {
    zh: '接口令牌过多，请先撤销不用的。',
    en: 'Too many tokens: revoke some first.',
  },
  not_on_behalf: {
    zh: '该需求由企业自行发布，无需确认。',
    en: 'The enterprise posted it itself: nothing is to be confirmed.',
  },
  not_confirmed: {
    zh: '企业尚未确认代发的需求，请先提醒企业确认。',
    en: 'The enterprise has not confirmed it yet: ask it to do so first.',
  },
  need_closed: {
    zh: '该需求已关闭，无需再处理。',
    en: 'The need is closed: nothing is left to do.',
  },
  turn_is_over: {
    zh: '该派单已转给他人，无需再答复。',
    en: 'Somebody else is asked by now: no answer is needed.',
  },
  term_over: {
    zh: '答复期限已过，需要时请联系科技局改派。',
    en: 'The time to answer is over: ask the bureau if you want it.',
  },
  same_broker: {
    zh: '该经纪人已在负责，请选择其他人。',
    en: 'This broker is on it already: choose another.',
  },
  broker_not_eligible: {
    zh: '该经纪人不能派单，请按原因处理或改选他人。',
    en: 'This broker cannot be asked: see why, or choose another.',
  },
  conflict_of_interest: {
    zh: '经纪人与其中一方有利益关系，请另选他人。',
    en: 'The broker has a tie to one of the parties: choose another.',
  },
  engagement_ended: {
    zh: '该对接已终止，如需继续请新建对接。',
    en: 'This engagement has ended: begin another to go on.',
  },
  timeline_full: {
    zh: '时间线已满，请新建对接。',
    en: 'This timeline is full: begin another engagement.',
  },
  already_done: { zh: '该事项已完成，请刷新。', en: 'It is done already: reload.' },
  already_recorded: {
    zh: '该会谈已有记录，请刷新。',
    en: 'This meeting is recorded already: reload.',
  },
  already_reported: { zh: '该回访已有报告，请刷新。', en: 'This visit has its report: reload.' },
  registration_number_taken: {
    zh: '登记编号已被另一合同使用，请核对编号。',
    en: 'Another agreement has this number: check it.',
  },
  too_long_for_xlsx: {
    zh: '行数超过表格上限，请缩短期间或下载 CSV。',
    en: 'Too many rows for a workbook: take a shorter period, or the CSV.',
  },

  // One field.
  required: { zh: '此项必填。', en: 'Fill this in.' },
  empty: { zh: '此项不能为空。', en: 'Fill this in: it must not be empty.' },
  invalid: { zh: '格式不正确，请检查。', en: 'Check this: it has not the right form.' },
  wrong_type: { zh: '类型不正确，请检查。', en: 'Check this: it is of the wrong type.' },
  unknown_code: { zh: '请从列表中选择。', en: 'Choose one of the list.' },
  unknown_field: { zh: '没有这一项，请删去。', en: 'This field is not known here: leave it out.' },
  not_allowed: { zh: '此处不应填写，请删去。', en: 'Nothing belongs here: leave it out.' },
  not_expected: {
    zh: '此处不应填写，请删去。',
    en: 'Nothing belongs here in this case: leave it out.',
  },
  too_big: { zh: '过长或过大，请缩减。', en: 'Too long or too large: make it smaller.' },
  too_small: { zh: '过短或过小，请补充。', en: 'Too short or too small: add to it.' },
  invalid_date: { zh: '请填写有效日期，如 2026-07-01。', en: 'Give a date such as 2026-07-01.' },
  invalid_range: { zh: '起止顺序不对，请对调。', en: 'The lower end comes first: exchange them.' },
  range: { zh: '年份超出范围，请检查。', en: 'Check the year: it is out of range.' },
  wrong_order: { zh: '先后次序不对，请调整。', en: 'Put these into their order.' },
  in_the_future: { zh: '日期不能晚于今天，请修改。', en: 'That day is still to come: correct it.' },
  in_the_past: { zh: '日期须晚于现在，请修改。', en: 'That day is past: choose a later one.' },
  too_early: {
    zh: '早于前一步的日期，请修改。',
    en: 'Earlier than the step before: correct the day.',
  },
  before_start: {
    zh: '结束不能早于开始，请修改。',
    en: 'It ends before it begins: correct the days.',
  },
  before_signing: {
    zh: '不能早于签订日期，请修改。',
    en: 'Earlier than the signing: correct the day.',
  },
  malformed_text: {
    zh: '含有无法识别的字符，请重新输入。',
    en: 'Holds characters that are no text: type it again.',
  },
  forbidden_character: {
    zh: '含有不可见的控制字符，请重新输入。',
    en: 'Holds invisible characters: type it again.',
  },
  invalid_link: {
    zh: '请填写以 http:// 或 https:// 开头的网址。',
    en: 'Give an address that begins with http:// or https://.',
  },
  unknown: { zh: '没有找到所选对象，请重新选择。', en: 'There is no such one here: choose again.' },
  unknown_organization: {
    zh: '没有这家机构，请重新选择。',
    en: 'No such organization: choose again.',
  },
  unknown_file: { zh: '文件不存在，请重新上传。', en: 'No such file: upload it again.' },
  wrong_kind: {
    zh: '机构类别不符，请重新选择。',
    en: 'An organization of another kind: choose again.',
  },
  mismatch: {
    zh: '与其他各项不一致，请核对。',
    en: 'It does not fit the other entries: check them.',
  },
  incompatible: {
    zh: '这些角色不能同时拥有，请去掉一个。',
    en: 'Nobody has these roles at once: take one away.',
  },
  not_yours: {
    zh: '不在您的管理范围内，请选择本区的。',
    en: 'Beyond your district: choose one of your own.',
  },
  bureau_only: { zh: '此项只能由科技局修改。', en: 'Only the bureau changes this: ask it.' },
  not_a_broker: {
    zh: '此人还没有经纪人角色，请先授予。',
    en: 'Give this person the role broker first.',
  },
  invalid_credit_code: {
    zh: '统一社会信用代码有误，请对照证照核对。',
    en: 'Check the credit code against the licence.',
  },
  credit_code_not_expected: {
    zh: '该类主体没有信用代码，请改填其证件号。',
    en: 'This party has no credit code: give its own number.',
  },
  listed_twice: { zh: '同一人重复出现，请删去一个。', en: 'Listed twice: take one out.' },
  over_100_percent: {
    zh: '分成合计超过 100%，请调低。',
    en: 'Over 100 percent together: lower them.',
  },

  // Agreements.
  not_fen: { zh: '金额最多精确到分。', en: 'Give an amount that is exact to the fen.' },
  not_decimal: { zh: '请填写小数，如 7.1234。', en: 'Give a decimal such as 7.1234.' },
  technology_above_contract: {
    zh: '技术交易额不能高于合同成交额，请核对。',
    en: 'The technology value is above the contract value: check both.',
  },
  values_do_not_add_up: {
    zh: '合同成交额减去扣除项不等于技术交易额，请核对。',
    en: 'The contract value less the deductions is another sum: check them.',
  },
  above_contract_value: {
    zh: '到账合计超过合同成交额，请核对金额。',
    en: 'Payments above the contract value: check the amount.',
  },
  below_payments: {
    zh: '低于已到账金额，请核对。',
    en: 'More than that has been paid: check the amount.',
  },
  same_party: {
    zh: '买方与卖方不能相同，请修改。',
    en: 'Buyer and seller are the same: correct one.',
  },
  other_organization: {
    zh: '与对接中的单位不符，请核对双方。',
    en: 'Not the party of the engagement: check both sides.',
  },

  // Why a broker cannot be asked.
  inactive: {
    zh: '该经纪人暂停接单，请另选他人。',
    en: 'The broker takes no needs now: choose another.',
  },
  other_district: {
    zh: '不是本区的经纪人，请另选他人。',
    en: 'Of another district: choose another.',
  },
  no_capacity: {
    zh: '已无余量，请先调高其容量或另选他人。',
    en: 'No room: raise the capacity first, or choose another.',
  },
  on_leave: {
    zh: '答复期内休假，请另选他人。',
    en: 'On leave in the time to answer: choose another.',
  },
  vetted_this_need: {
    zh: '曾审核该需求，请另选他人。',
    en: 'The broker vetted this need: choose another.',
  },
  already_asked: { zh: '已询问过此人，请另选他人。', en: 'Asked before: choose another.' },

  // Rows of an import.
  unknown_column: { zh: '此列未被读取，如需导入请改列名。', en: 'Not read: rename the column.' },
  no_header: { zh: '缺少表头行，请补上后重传。', en: 'Add a header row and send it again.' },
  no_known_column: {
    zh: '没有可识别的列名，请对照模板修改。',
    en: 'No column is known: name them as the guide does.',
  },
  quote_not_closed: { zh: '引号未闭合，请修改该行后重传。', en: 'Close the quote in this row.' },
  malformed_csv: { zh: '该行不是有效的 CSV，请修改。', en: 'Repair this row: it is no CSV.' },
  too_many_cells: {
    zh: '列数多于表头，请修改该行。',
    en: 'More cells than columns: repair the row.',
  },
  not_text: {
    zh: '不是列表文件，请上传 .xlsx、CSV 或 JSON Lines。',
    en: 'No list: send .xlsx, CSV or JSON Lines.',
  },
  unsupported_workbook: {
    zh: '只读取不含宏的 .xlsx 工作簿，请另存为 .xlsx 后上传。',
    en: 'Save it as .xlsx, without macros, and send that.',
  },
  encrypted_workbook: {
    zh: '工作簿已加密，请取消密码、另存后上传。',
    en: 'Save it without a password and send that.',
  },
  not_a_workbook: {
    zh: '文件里没有工作簿，请上传 .xlsx、CSV 或 JSON Lines。',
    en: 'No workbook: send .xlsx, CSV or JSON Lines.',
  },
  broken_workbook: {
    zh: '工作簿已损坏，请用 Excel 打开、另存后重传。',
    en: 'Damaged: open it, save it again and send that.',
  },
  workbook_too_big: {
    zh: '工作簿内容过大，请拆分，或另存为 CSV 后上传。',
    en: 'Too much in it: split it, or save it as CSV.',
  },
  unread_sheet: {
    zh: '只读取第一张有表头的工作表，这张未读取；如需导入请单独上传。',
    en: 'Only the first sheet with a header is read: send this one as a workbook of its own.',
  },
  error_cell: {
    zh: '单元格显示的是错误值，请在表格中更正。',
    en: 'The cell shows an error: correct it in the workbook.',
  },
  formula_not_calculated: {
    zh: '公式还没有结果，请用 Excel 打开并保存后重传。',
    en: 'The formula has no value yet: open the workbook, save it and send it again.',
  },
  rounded_number: {
    zh: '数字超过 15 位，Excel 已舍去末位；请把单元格设为文本后重新填写。',
    en: 'Over 15 digits, which spreadsheets round: make the cell text and type it again.',
  },
  json_array: { zh: '请改为每行一个 JSON 对象。', en: 'Send one object on each line.' },
  ambiguous_organization: {
    zh: '有多家同名机构，请改用信用代码或编号。',
    en: 'Several have this name: give the credit code or number.',
  },
  unknown_employer: {
    zh: '没有找到任职单位，请先录入。',
    en: 'Enter the employer as an organization first.',
  },
  numbers_made: {
    zh: '部分行没有编号，已自动编号，重复导入前请补上。',
    en: 'Some rows had no number and were given one: add yours before importing again.',
  },
  not_yes_or_no: { zh: '请填“是”或“否”。', en: 'Write 是 or 否.' },
  not_a_number: { zh: '请填数字，不带单位和千分位。', en: 'Write a plain number without units.' },
  not_an_amount: { zh: '请填精确到分的金额。', en: 'Write an amount that is exact to the fen.' },
} as const satisfies Record<string, Name>;
