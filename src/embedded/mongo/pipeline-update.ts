import type { Doc } from './bson-decode.ts';
import { sameValue } from './compare.ts';
import { CommandError } from './errors.ts';
import { promote, restoreTypes } from './promote.ts';
import { runStages } from './stages.ts';
import type { Update } from './update.ts';

const allowed = new Set([
  '$addFields',
  '$set',
  '$project',
  '$unset',
  '$replaceRoot',
  '$replaceWith',
]);

/** An update written as an aggregation pipeline. */
export function compilePipelineUpdate(pipeline: Doc[], variables: Doc | undefined): Update {
  for (const stage of pipeline) {
    const name = Object.keys(stage)[0] ?? '';
    if (!allowed.has(name)) {
      throw new CommandError(
        'InvalidOptions',
        `${name} is not allowed to be used within an update`,
      );
    }
  }
  return (before, inserting) => {
    const [result] = runStages([promote(before) as Doc], pipeline, { variables });
    const doc = restoreTypes(result, before) as Doc;
    if (!inserting && '_id' in doc && !sameValue(doc._id, before._id)) {
      throw new CommandError(
        'ImmutableField',
        "Performing an update on the path '_id' would modify the immutable field '_id'",
      );
    }
    const { _id: _, ...rest } = doc;
    return before._id === undefined ? doc : { _id: before._id, ...rest };
  };
}
