import type { Doc } from './bson-decode.ts';
import { compileFilter, compileValueTest } from './match.ts';
import { isOperatorDoc } from './operator-doc.ts';
import { anyValue, isArrayIndex, splitPath } from './paths.ts';
import { isDoc } from './values.ts';

function arrayAt(doc: Doc, path: string): unknown[] | undefined {
  let found: unknown[] | undefined;
  anyValue(doc, splitPath(path), 0, (value) => {
    if (!Array.isArray(value)) return false;
    found = value;
    return true;
  });
  return found;
}

function firstIndex(array: unknown[], test: (element: unknown) => boolean): number | undefined {
  const index = array.findIndex(test);
  return index < 0 ? undefined : index;
}

function positionFor(path: string, condition: unknown, array: unknown[], arrayPath: string) {
  if (path === arrayPath) {
    if (isDoc(condition) && isDoc(condition.$elemMatch)) {
      const test = compileValueTest({ $elemMatch: condition.$elemMatch }, {});
      return firstIndex(array, (element) => test([element]));
    }
    if (isOperatorDoc(condition) && ('$size' in condition || '$exists' in condition)) {
      return undefined;
    }
    return firstIndex(array, compileValueTest(condition, {}));
  }
  const rest = path.slice(arrayPath.length + 1);
  if (!path.startsWith(`${arrayPath}.`) || isArrayIndex(splitPath(rest)[0]!)) return undefined;
  const test = compileFilter({ [rest]: condition }, {});
  return firstIndex(array, (element) => isDoc(element) && test(element));
}

/** Which element of the array at `arrayPath` made the filter match: what `$` stands for. */
export function matchedPosition(filter: Doc, doc: Doc, arrayPath: string): number | undefined {
  const array = arrayAt(doc, arrayPath);
  if (!array) return undefined;
  let position: number | undefined;
  for (const name of Object.keys(filter)) {
    const operand = filter[name];
    let found: number | undefined;
    if ((name === '$and' || name === '$or') && Array.isArray(operand)) {
      for (const branch of operand as Doc[]) {
        if (name === '$or' && !compileFilter(branch, {})(doc)) continue;
        found = matchedPosition(branch, doc, arrayPath) ?? found;
      }
    } else if (!name.startsWith('$')) found = positionFor(name, operand, array, arrayPath);
    position = found ?? position;
  }
  return position;
}
