/**
 * Deals rows out to columns at the greatest total gain: a minimum-cost flow by successive shortest
 * paths. `gains[row][column]` is −Infinity where they must not meet, and has one more column, for
 * "nobody", with gain 0. `endCosts[column](held)` is the price of the next place in a column that
 * has been dealt `held` rows, Infinity when it is full; it must not fall as `held` grows.
 *
 * The graph that is searched has the columns for its nodes: the edge b → c costs the cheapest move
 * of a row from b to c. Rows enter in their order, so the same input gives the same answer.
 * Returns the rows held by each column, "nobody" last.
 */
export async function dealAll(
  gains: readonly Float64Array[],
  endCosts: readonly ((held: number) => number)[],
  pause: () => Promise<void>,
): Promise<ReadonlySet<number>[]> {
  const nobody = endCosts.length;
  const places = Array.from({ length: nobody + 1 }, () => new Set<number>());
  const moves = places.map(() => new Float64Array(nobody + 1).fill(Infinity));
  for (let row = 0; row < gains.length; row += 1) {
    const path = cheapestPath(gains[row]!, moves, (column) =>
      column === nobody ? 0 : endCosts[column]!(places[column]!.size),
    );
    shift(path, row, places, gains);
    for (const column of path) cheapestMoves(moves[column]!, places[column]!, column, gains);
    await pause();
  }
  return places;
}

/** For each column, the least that is lost by moving one row of `from` there. */
function cheapestMoves(
  edges: Float64Array,
  held: ReadonlySet<number>,
  from: number,
  gains: readonly Float64Array[],
): void {
  edges.fill(Infinity);
  for (const row of held) {
    const gain = gains[row]!;
    const here = gain[from]!;
    for (let to = 0; to < edges.length; to += 1) {
      const loss = here - gain[to]!;
      if (loss < edges[to]!) edges[to] = loss;
    }
  }
}

/**
 * The cheapest way to place one more row: the columns from the one that takes it to the one that
 * grows, each passing one row on to the next. Costs may be negative, but no cycle is, for the
 * places dealt so far are the best there are (Bellman–Ford).
 */
function cheapestPath(
  gain: Float64Array,
  moves: readonly Float64Array[],
  endCostOf: (column: number) => number,
): number[] {
  const cost = gain.map((value) => -value);
  const before = new Int32Array(gain.length).fill(-1);
  for (let round = 0, changed = true; changed && round < gain.length; round += 1) {
    changed = false;
    for (let from = 0; from < gain.length; from += 1) {
      if (cost[from] === Infinity) continue;
      const edges = moves[from]!;
      for (let to = 0; to < edges.length; to += 1) {
        const through = cost[from]! + edges[to]!;
        if (to !== from && through < cost[to]!) {
          cost[to] = through;
          before[to] = from;
          changed = true;
        }
      }
    }
  }
  let end = gain.length - 1;
  let least = cost[end]! + endCostOf(end);
  for (let column = 0; column < gain.length - 1; column += 1) {
    const whole = cost[column]! + endCostOf(column);
    if (whole < least) [end, least] = [column, whole];
  }
  const path = [end];
  while (before[path[0]!]! >= 0) path.unshift(before[path[0]!]!);
  return path;
}

/** Carries out a path: each column on it takes a row and hands the cheapest one to the next. */
function shift(
  path: readonly number[],
  entering: number,
  places: readonly Set<number>[],
  gains: readonly Float64Array[],
): void {
  let moving = entering;
  path.forEach((column, index) => {
    const next = path[index + 1];
    const handed =
      next === undefined ? undefined : cheapestToMove(places[column]!, column, next, gains);
    places[column]!.add(moving);
    if (handed === undefined) return;
    places[column]!.delete(handed);
    moving = handed;
  });
}

function cheapestToMove(
  held: ReadonlySet<number>,
  from: number,
  to: number,
  gains: readonly Float64Array[],
): number {
  let best = -1;
  let least = Infinity;
  for (const row of held) {
    const loss = gains[row]![from]! - gains[row]![to]!;
    // The lowest number wins a draw, for a Set remembers the order of its past.
    if (loss < least || (loss === least && row < best)) [best, least] = [row, loss];
  }
  return best;
}
