import { monthsIn, type Period } from '../months-in.ts';
import { zhBureauRows } from './bureau-rows.ts';

const plainDay = (date: string) => {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
};
const quarters = ['一', '二', '三', '四'];

/** What an office calls a stretch of days. */
function periodName({ from, to }: Period): string {
  const [year, month] = from.split('-').map(Number) as [number, number];
  const length = monthsIn({ from, to });
  if (length === 12 && month === 1) return `${year}年`;
  if (length === 6 && month % 6 === 1) return `${year}年${month === 1 ? '上' : '下'}半年`;
  if (length === 3 && month % 3 === 1) return `${year}年第${quarters[(month - 1) / 3]}季度`;
  if (length === 1) return `${year}年${month}月`;
  return `${plainDay(from)}至${plainDay(to)}`;
}

/** The bureau's figures: half a year at a glance, the rows behind, publications. */
export const zhBureau = {
  ...zhBureauRows,
  glance: {
    title: '半年一览',
    running: '本期尚未结束',
    foot: '每个数字都可以点开，看到背后的每一行。经纪促成与认定登记两种口径互有重叠，不能相加。',
  },
  helpOn: (what: string) => `说明：${what}`,
  listComma: '；',
  total: '合计',
  signed: (figure: string) =>
    /^[-−]/.test(figure) ? figure.replace('-', '−') : figure === '0' ? figure : `+${figure}`,
  month: (month: string, withYear: boolean) => {
    if (!/^\d{4}-\d\d$/.test(month)) return month;
    return `${withYear ? `${month.slice(0, 4)}年` : ''}${Number(month.slice(5))}月`;
  },
  period: {
    label: '统计期间',
    name: periodName,
    days: (from: string, to: string) => `${from}至${to}`,
    kinds: { half: '半年度', quarter: '季度', month: '月份', year: '年度' },
    recent: (name: string, which: string) => `${name}（${which}）`,
    thisHalf: '本半年',
    lastHalf: '上个半年',
    other: '其他',
    custom: '自定起止日期',
    before: '前一期',
    after: '后一期',
    from: '起',
    to: '止',
    wrongWay: '止日早于起日',
  },
  question: {
    label: '统计口径',
    adjust: '调整口径',
    measure: '口径',
    basis: '依据',
    flow: '流向',
    asOf: '截至',
    asOfDay: (day: string) => `截至${day}`,
    help: {
      period:
        '首尾两天都计入，按北京时间。上期：整月的期间与同样多的整月相比，其他期间与同样多的天数相比。',
      measure:
        '经纪促成：需求先入库、经纪人对接、双方确认的合同。认定登记：本区认定登记的全部合同。两者互有重叠，不能相加。',
      basis: '哪一天决定合同算在哪一期：签订日、登记日，或每一笔到账日（按到账比例计）。',
      flow: '引进：买方在本区（默认）。输出：卖方在本区。全部：有一方在本区，每份合同只算一次。',
      asOf: '按这一天结束时的情况统计；之后的登记、变更、撤销都不算。默认是今天。',
    },
  },
  count: {
    achievements: (n: number) => `${n} 项`,
    agreements: (n: number) => `${n} 份`,
    needsSolved: (n: number) => `${n} 个`,
    payments: (n: number) => `${n} 笔`,
    parts: {
      achievements: (n: number) => ({ number: String(n), unit: '项' }),
      agreements: (n: number) => ({ number: String(n), unit: '份' }),
      needsSolved: (n: number) => ({ number: String(n), unit: '个' }),
    },
  },
  figures: {
    achievements: { absorbed: '引进成果', output: '输出成果', all: '交易成果' },
    achievementsAny: '成果',
    units: { tenThousand: '万元', hundredMillion: '亿元' },
    agreements: '技术合同',
    contractValue: '合同成交额',
    technologyValue: '技术交易额',
    needsSolved: '解决需求',
    solved: '解决需求',
    withUnit: (name: string, unit: string) => `${name}（${unit}）`,
    columns: (achievements: string, unit: string) => [
      achievements,
      '合同',
      `成交额（${unit}）`,
      `交易额（${unit}）`,
    ],
    help: {
      achievements: '不同成果的项数，不是合同份数：几份合同用到同一项成果，只算一项。',
      technologyValue: '合同成交额减去设备、仪器、零部件、原材料等非技术性费用。',
      agreements: '计入本期的技术合同。按到账统计时，一份合同可以有几笔到账，合同只算一份。',
      needsSolved:
        '本区的需求：对接双方在本期签了合同（合同仍有效），或没有合同但本期以“已解决”关闭。每个需求一期只算一次，与口径、依据、流向无关。',
    },
  },
  change: {
    same: '与上期持平',
    more: (size: string, percent: string | undefined) =>
      percent ? `比上期增加 ${size}，增长 ${percent}` : `比上期增加 ${size}`,
    less: (size: string, percent: string | undefined) =>
      percent ? `比上期减少 ${size}，下降 ${percent}` : `比上期减少 ${size}`,
    before: (period: string) => `上期（${period}）`,
  },
  chart: {
    chart: '图',
    table: '表',
    show: (title: string) => `${title}：图或表`,
    nothing: '本期没有计入的合同',
    more: (n: number) => `另有 ${n} 组，见表格`,
  },
  trend: {
    title: '月度走势',
    help: '按统计依据的日期归月。首尾不足一月的，只含期间内的天数。一项成果可能出现在两个月里，所以各月成果之和可能大于合计。',
    month: '月份',
  },
  groups: {
    byField: '按技术领域',
    byInstitute: '按高校院所',
    by: (what: string) => `按${what}`,
    choose: '分组方式',
    help: '各组的成交额、交易额相加等于合计。一项成果可能分在两组，所以各组成果之和可能大于合计。',
  },
  groupKeys: { unknown: '未注明', within: '区内', development: '技术开发' } as Record<
    string,
    string
  >,
  flows: {
    title: '买卖流向',
    help: '从卖方到买方的技术交易额，各条相加等于合计。切换到表格，可按地区看卖方与买方的矩阵。',
    by: '流向按什么划分',
    pair: '卖方 → 买方',
    matrix: (unit: string) => `卖方地区与买方地区的技术交易额（${unit}）`,
    corner: (unit: string) => `卖方 ＼ 买方（${unit}）`,
  },
  funnel: {
    title: '从发布到登记',
    help: '本期发布的需求，到截至日为止走到了哪一步；与口径、依据、流向无关。走到后一步的，前面各步都算走过。',
    step: '步骤',
    reached: '走到这一步',
    notReached: '还没走到',
    share: '占发布数',
    bar: (n: number, percent: string) => `${n} 个 · ${percent}`,
    postedIn: (period: string) => `${period}发布的需求`,
  },
  brokers: {
    title: '经纪人',
    help: '在办、进行中的对接是现在的情况，其余是本期的。答复用时是从推荐到经纪人本人答复的工作时间（工作日 9 点到 17 点）的中位数。技术交易额按签约时的分成计，各人与“没有经纪人”相加等于合计。',
    without: '没有经纪人',
    inactive: '已停用',
    minutes: (n: number) => {
      const [hours, rest] = [Math.floor(n / 60), n % 60];
      if (hours === 0) return `${rest} 分钟`;
      return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`;
    },
    columns: {
      name: '经纪人',
      load: '在办 / 可承接',
      proposals: '推荐',
      accepted: '接受',
      declined: '婉拒',
      expired: '超时',
      waiting: '待答',
      takenBack: '收回',
      answerMinutes: '答复用时',
      meetings: '会面',
      engagementsOpen: '对接中',
      agreements: '合同',
      technologyValue: (unit: string) => `交易额（${unit}）`,
      needsSolved: '解决需求',
    },
  },
};
