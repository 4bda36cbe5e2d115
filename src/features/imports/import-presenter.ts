import type { Actor } from '../../access/actor.ts';
import { actionsThat } from '../../schema/actions.ts';
import { presentStored } from '../../store/present.ts';
import { type Import, isFinished, paceOf, totalOf } from './import.ts';
import type { ImportAnswer } from './import-schema.ts';

export function presentImport(
  actor: Actor,
  doc: Import,
  errorsShown = Number.POSITIVE_INFINITY,
): ImportAnswer {
  const { progress, file, failure } = doc;
  const { done, created, changed, unchanged, failed, errorCount } = progress;
  return {
    ...presentStored(doc),
    actions: actionsThat(actor, 'imports', { cancel: !isFinished(doc.status) }),
    kind: doc.kind,
    status: doc.status,
    ...(doc.organizationId !== undefined && { organizationId: doc.organizationId }),
    file: { name: file.name, bytes: file.bytes, sha256: file.sha256 },
    total: totalOf(doc),
    done,
    created,
    changed,
    unchanged,
    failed,
    ...paceOf(doc),
    warnings: doc.warnings,
    errors: doc.errors.slice(0, errorsShown),
    errorCount,
    ...(failure && { failure }),
    ...(doc.startedAt && { startedAt: doc.startedAt.toISOString() }),
    ...(doc.finishedAt && { finishedAt: doc.finishedAt.toISOString() }),
  };
}
