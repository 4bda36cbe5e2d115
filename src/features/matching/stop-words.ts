/**
 * Words that say nothing about the technology: grammar, the need-speak of firms (who we are, what
 * we wish) and the paper-speak of abstracts (results show that).
 */
const grammar =
  '的 了 和 是 在 就 都 而 及 与 或 也 又 还 但 但是 可 可是 却 并 并且 且 之 其 这 那 这个 那个 这些 那些 ' +
  '这种 那种 这样 那样 它 它们 他 他们 她 自己 哪 哪个 哪种 哪些 哪里 什么 怎么 怎么办 怎样 如何 为什么 多少 几 ' +
  '一 一个 一种 一套 一些 一下 一点 一次 一直 一样 一来 一般 个 种 次 套 台 只 把 被 给 让 叫 对 从 向 到 于 以 ' +
  '由 按 为 为了 因为 所以 因此 由于 如果 要是 虽然 不过 只有 只要 只能 只是 才 再 更 最 很 太 挺 极 越 较 比较 ' +
  '不 没 没有 不是 不能 不会 不要 不到 不了 无 非 未 有 有的 有些 能 能够 可以 会 要 得 着 过 地 里 里面 上 下 ' +
  '中 内 外 前 后 时 时候 之间 之后 之前 以上 以下 以内 以及 等 等等 左右 大概 大约 差不多 现在 目前 眼下 已经 ' +
  '已 正在 曾 曾经 去年 今年 前年 明年 每年 每天 每次 每个 每 各 各种 某 该 此 本 所 则 即 若 则 像 似的 一到 ' +
  '这么 那么 多 少 大 小 好 坏 高 低 几十 几个 两 两个 三 四 五 六 七 八 九 十 全 全部 所有 整个 另 另外 其他 其它 ' +
  '吗 呢 吧 啊 嘛 呀 来 去 起来 出来 下来 上去 下去 出 起 看 说 讲 做 搞 弄 用 使 使用 进行 通过 根据 按照 关于';
const needSpeak =
  '我们 我 我司 我厂 我场 我 本厂 本公司 本司 公司 企业 单位 厂里 厂家 一家 老板 师傅 老师傅 客户 用户 甲方 同行 ' +
  '希望 想 想要 想找 想请 要求 需要 需求 求 求助 目标 诚征 寻求 征集 寻找 找 请 请问 帮 帮忙 解决 解决不了 ' +
  '办法 方案 思路 技术 产品 问题 难题 项目 合作 团队 专家 院校 高校 ' +
  '试 试过 试试 换过 改过 做过 买过 用过 没用 不行 不好 不住 不准 不见 毛病 麻烦 头疼 老是 总是 经常 常常 往往 ' +
  '靠 凭 经验 人工 成本 价格 便宜 贵 划算 划不来 万 万元 元 块钱 块 钱 万多 多万 预算 补贴 一年 一年多 半年 ' +
  '一天 天 个月 月 年 小时 分钟 秒 公里 米 毫米 厘米 公斤 吨 平方米 百分之 成 一成 两成 三成';
const paperSpeak =
  '研究 结果 表明 提出 方法 分析 基于 本文 目的 结论 采用 利用 得到 具有 实验 试验 影响 显著 有效 应用 进行 ' +
  '作用 提高 通过 针对 对比 验证 实现 提供 参考 依据 讨论 探讨 介绍 阐述 存在 主要 重要 不同 较好 良好 明显 因素';

/** As `tokenise` leaves them: in a Chinese collection they would pass for rare and telling. */
const english =
  'a an the and or of in on at to for from by with without into over under is are was were be been as it its ' +
  'thi that these those which who we our us you your they their not no than then so such can could may might must ' +
  'should would will do doe did ha have had more most less very also but if when where while how what why there ' +
  'here both each other some ani all about after befor between through during up down out off per via us need ' +
  'want look help ask compani firm problem present propos studi result show shown paper method approach base ' +
  'develop effect improv signific investig analysi research';

const stopWords = new Set(`${grammar} ${needSpeak} ${paperSpeak} ${english}`.split(/\s+/));

/** Single Chinese characters are a space of their own, so as words they only add noise. */
export function isStopWord(word: string): boolean {
  return stopWords.has(word) || (word.length === 1 && word.charCodeAt(0) > 0x2e80);
}

const stopCharacters = new Set(
  [...'的了是在就我们不有一个要这那也到把被给让和与及或都还很没能会想'].map((c) => c.charCodeAt(0)),
);

/** Characters of grammar, by UTF-16 unit: neither they nor pairs with them are search terms. */
export function isStopCharacter(unit: number): boolean {
  return stopCharacters.has(unit);
}
