import { CommandError } from './errors.ts';

/** One operator on one path. */
export interface Step {
  operator: string;
  path: string;
  operand: unknown;
}

/** Refuses paths that no document can have. */
export function checkPath(path: string): void {
  if (path === '') throw new CommandError('EmptyFieldName', 'An empty update path is not valid.');
  const parts = path.split('.');
  if (parts.includes('')) {
    throw new CommandError(
      'EmptyFieldName',
      `The update path '${path}' contains an empty field name, which is not allowed.`,
    );
  }
  if (parts[0] === '$' || parts[0]!.startsWith('$[')) {
    throw new CommandError(
      'BadValue',
      `Cannot have array filter or positional element in the first position in path '${path}'`,
    );
  }
}

/** Refuses steps that would write the same place, or one inside the other. */
export function checkConflicts(steps: Step[]): void {
  const taken = new Set<string>();
  const parents = new Set<string>();
  const paths = steps.flatMap(({ operator, path, operand }) =>
    operator === '$rename' ? [path, String(operand)] : [path],
  );
  for (const path of paths) {
    const parts = path.split('.');
    const ancestor = parts.map((_, i) => parts.slice(0, i + 1).join('.')).find((p) => taken.has(p));
    const conflict = ancestor ?? (parents.has(path) ? path : undefined);
    if (conflict !== undefined) {
      throw new CommandError(
        'ConflictingUpdateOperators',
        `Updating the path '${path}' would create a conflict at '${conflict}'`,
      );
    }
    taken.add(path);
    for (let i = 1; i < parts.length; i++) parents.add(parts.slice(0, i).join('.'));
  }
}
