import { agreementTypeNames, conversionNames, fieldNames, idKindNames } from './chinese-codes.ts';
import type { Column } from './column.ts';

/** A party's cells: `sellerName`, `卖方名称`, `卖方统一社会信用代码`, … */
function partyColumns(side: 'seller' | 'buyer', called: readonly string[]): Column[] {
  const also = (...words: string[]) => called.flatMap((who) => words.map((word) => who + word));
  return [
    { name: side, kind: 'json', empty: 'kept' },
    { name: `${side}Name`, also: [...called, ...also('名称')], empty: 'kept' },
    {
      name: `${side}CreditCode`,
      also: also('统一社会信用代码', '信用代码', '社会信用代码'),
      empty: 'kept',
    },
    { name: `${side}IdKind`, also: also('证件类型'), codes: idKindNames, empty: 'kept' },
    { name: `${side}IdNumber`, also: also('证件号码', '注册号'), empty: 'kept' },
    { name: `${side}Country`, also: also('国别', '国家'), empty: 'kept' },
    { name: `${side}Nature`, also: also('性质', '单位性质', '类型'), empty: 'kept' },
    { name: `${side}District`, also: also('区划', '区划代码', '行政区划'), empty: 'kept' },
    { name: `${side}Industry`, also: also('行业', '国民经济行业'), empty: 'kept' },
  ];
}

/** An amount in fen, in yuan or in 万元. A header without its unit is not guessed at. */
function amountColumns(name: string, called: readonly string[]): Column[] {
  const unit = (word: string) => called.map((one) => `${one}(${word})`);
  return [
    { name: `${name}Fen`, also: unit('分'), kind: 'number', empty: 'kept' },
    { name: `${name}Yuan`, also: unit('元'), kind: 'yuan', empty: 'kept' },
    { name: `${name}Wan`, also: unit('万元'), kind: 'wan', empty: 'kept' },
  ];
}

/** What a register of technology contracts is exported with, and the contract's own names. */
export const agreementColumns: readonly Column[] = [
  { name: 'externalId', also: ['id', '编号', '序号', '合同编号'], empty: 'kept' },
  { name: 'type', also: ['合同类型', '合同类别'], codes: agreementTypeNames, empty: 'refused' },
  { name: 'title', also: ['项目名称', '合同名称', '标题', '名称'], empty: 'refused' },
  ...partyColumns('seller', ['卖方', '让与方', '受托方']),
  ...partyColumns('buyer', ['买方', '受让方', '委托方']),
  ...amountColumns('contractValue', ['合同成交额', '成交额', '合同金额']),
  ...amountColumns('technologyValue', ['技术交易额', '技术交易金额']),
  { name: 'deductions', also: ['扣除项'], kind: 'json' },
  { name: 'currency', also: ['币种'], empty: 'kept' },
  { name: 'foreign', also: ['外币'], kind: 'json', empty: 'kept' },
  { name: 'field', also: ['技术领域', '领域'], codes: fieldNames, empty: 'refused' },
  { name: 'ipType', also: ['知识产权类型', '知识产权'] },
  { name: 'planCategory', also: ['计划类别', '计划来源'] },
  { name: 'conversionMode', also: ['转化方式'], codes: conversionNames },
  { name: 'intermediary', also: ['中介合同'], kind: 'yes', empty: 'kept' },
  { name: 'achievementIds', also: ['成果ID'], kind: 'list' },
  { name: 'engagementId', also: ['对接ID'], empty: 'kept' },
  { name: 'validFrom', also: ['有效期起', '起始日期'], kind: 'date' },
  { name: 'validTo', also: ['有效期止', '终止日期'], kind: 'date' },
  { name: 'signedAt', also: ['签订日期', '合同签订日期', '签订时间'], kind: 'date', empty: 'kept' },
  {
    name: 'registrationNumber',
    also: ['登记编号', '合同登记编号', '登记号', '认定登记号'],
    empty: 'kept',
  },
  { name: 'registeredAt', also: ['登记日期', '认定登记日期'], kind: 'date', empty: 'kept' },
  { name: 'registration', kind: 'json', empty: 'kept' },
];
