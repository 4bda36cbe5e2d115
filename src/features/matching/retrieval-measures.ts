/** Measures of a ranked list against graded judgments; grades 0–3, unjudged counts as 0. */

export type Judgments = ReadonlyMap<string, number>;

const gain = (grade: number) => 2 ** grade - 1;

/** Normalised discounted cumulative gain of the first `depth`, 0–1; 0 when nothing is relevant. */
export function ndcg(ranked: readonly string[], judgments: Judgments, depth = 10): number {
  const ideal = [...judgments.values()].sort((a, b) => b - a).slice(0, depth);
  const best = discounted(ideal);
  if (best === 0) return 0;
  return discounted(ranked.slice(0, depth).map((id) => judgments.get(id) ?? 0)) / best;
}

function discounted(grades: readonly number[]): number {
  return grades.reduce((sum, grade, index) => sum + gain(grade) / Math.log2(index + 2), 0);
}

/** The same over the documents that somebody has judged: fair to a system that finds others. */
export function ndcgJudged(ranked: readonly string[], judgments: Judgments, depth = 10): number {
  return ndcg(
    ranked.filter((id) => judgments.has(id)),
    judgments,
    depth,
  );
}

export function hit(ranked: readonly string[], judgments: Judgments, depth = 5, grade = 2): number {
  return ranked.slice(0, depth).some((id) => (judgments.get(id) ?? 0) >= grade) ? 1 : 0;
}

/** One over the rank of the first that is good enough; 0 when none is. */
export function reciprocalRank(ranked: readonly string[], judgments: Judgments, grade = 2): number {
  const index = ranked.findIndex((id) => (judgments.get(id) ?? 0) >= grade);
  return index < 0 ? 0 : 1 / (index + 1);
}

/** Share of what is good enough found among the first `depth`; 0 when there is none to find. */
export function recall(
  ranked: readonly string[],
  judgments: Judgments,
  depth = 50,
  grade = 2,
): number {
  const wanted = [...judgments].filter(([, given]) => given >= grade).map(([id]) => id);
  if (wanted.length === 0) return 0;
  const found = new Set(ranked.slice(0, depth));
  return wanted.filter((id) => found.has(id)).length / wanted.length;
}
