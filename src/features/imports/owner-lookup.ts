import { type Actor, hasRole, unscoped } from '../../access/actor.ts';
import { forbidden, invalidField } from '../../errors.ts';
import { any, type Filter } from '../../store/filter.ts';
import type { Role } from '../../vocabulary.ts';
import { normalizeCreditCode } from '../organizations/credit-code.ts';
import type { OrganizationStore } from '../organizations/organization-store.ts';
import type { Column } from './column.ts';
import type { ImportTarget } from './importer.ts';

/** Columns that say whose row it is, when an office imports for many. */
export const ownerColumns: readonly Column[] = [
  { name: 'organizationId', also: ['机构ID'], empty: 'kept' },
  {
    name: 'creditCode',
    also: ['统一社会信用代码', '信用代码', '社会信用代码'],
    empty: 'kept',
  },
  {
    name: 'organization',
    also: [
      '企业名称',
      '企业',
      '单位名称',
      '单位',
      '院所名称',
      '院所',
      '高校院所',
      '机构名称',
      'institute',
      'enterprise',
    ],
    empty: 'kept',
  },
  { name: 'organizationExternalId', also: ['企业编号', '单位编号', '院所编号'], empty: 'kept' },
];
const named = ownerColumns.map((column) => column.name);

const keptMost = 5_000;

/** Whose a row is, as the features ask for it. */
export interface Owner {
  organizationId: string;
  district: string;
  /** Somebody else than the owner imports it. */
  onBehalf: boolean;
}

/** Finds whose row it is: a member's own organization, or one of the office's district. */
export function ownerLookup(
  organizations: OrganizationStore,
  kind: 'enterprise' | 'institute',
  offices: readonly Role[],
) {
  const kept = new Map<string, Promise<Owner>>();

  const ownOf = (actor: Actor) => (hasRole(actor, kind) ? actor.organizationId : undefined);

  /** The organizations that an actor may import for. */
  function base(actor: Actor): Filter {
    const own = ownOf(actor);
    const mine: Filter[] = own === undefined ? [] : [{ kind, _id: own }];
    if (hasRole(actor, ...offices)) mine.push({ kind, district: actor.district });
    if (mine.length === 0) throw forbidden();
    return any(mine);
  }

  async function search(actor: Actor, path: string, wanted: Filter): Promise<Owner> {
    const filter = { $and: [base(actor), wanted] };
    const found: Owner[] = [];
    const reason = unscoped('an import names its organizations; the filter is the district');
    for await (const { _id, district } of organizations.each(reason, filter, { district: 1 })) {
      found.push({ organizationId: _id, district, onBehalf: _id !== ownOf(actor) });
      if (found.length > 1) break;
    }
    if (found.length > 1) {
      throw invalidField(path, 'ambiguous_organization', 'Several are called so: give the code.');
    }
    return found[0] ?? raise(path, kind);
  }

  function remember(actor: Actor, path: string, wanted: Filter): Promise<Owner> {
    const key = JSON.stringify([actor.id, actor.district, wanted]);
    const known = kept.get(key);
    if (known) return known;
    if (kept.size >= keptMost) kept.clear();
    const found = search(actor, path, wanted);
    found.catch(() => kept.delete(key));
    kept.set(key, found);
    return found;
  }

  return {
    /** Before a file is taken: may the actor import at all, and for this organization? */
    async admit(actor: Actor, target: ImportTarget): Promise<ImportTarget> {
      base(actor);
      const organizationId = target.organizationId ?? ownOf(actor);
      if (organizationId !== undefined) {
        await search(actor, 'organizationId', { _id: organizationId });
      }
      return { organizationId };
    },

    /** Takes the owner's columns off a row and answers whose it is. */
    async take(actor: Actor, row: Record<string, unknown>, target: ImportTarget) {
      const rest = Object.fromEntries(Object.entries(row).filter(([key]) => !named.includes(key)));
      const owner = named.map((path) => [path, wantedBy(path, row[path])] as const);
      const [path, wanted] = owner.find(([, filter]) => filter !== undefined) ?? [];
      if (wanted) return { owner: await remember(actor, path!, wanted), rest };
      const { organizationId } = target;
      if (organizationId === undefined) {
        throw invalidField('organization', 'required', 'The row does not say whose it is.');
      }
      return { owner: await remember(actor, 'organizationId', { _id: organizationId }), rest };
    },
  };
}

function wantedBy(path: string, given: unknown): Filter | undefined {
  if (typeof given !== 'string' || given.trim() === '') return undefined;
  const text = given.normalize('NFC').trim();
  if (path === 'organizationId') return { _id: text };
  if (path === 'creditCode') return { creditCode: normalizeCreditCode(text) };
  return path === 'organization' ? { name: text } : { externalId: text };
}

function raise(path: string, kind: string): never {
  throw invalidField(path, 'unknown_organization', `There is no such ${kind} in your district.`);
}
