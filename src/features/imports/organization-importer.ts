import { hasRole, unscoped } from '../../access/actor.ts';
import { forbidden } from '../../errors.ts';
import { parse } from '../../http/validation.ts';
import { normalizeCreditCode } from '../organizations/credit-code.ts';
import { organizationBody, organizationPatch } from '../organizations/organization-schema.ts';
import type { OrganizationService } from '../organizations/organization-service.ts';
import type { OrganizationStore } from '../organizations/organization-store.ts';
import { idKindNames, kindNames, tierNames } from './chinese-codes.ts';
import type { Column } from './column.ts';
import { forCreate, type Importer, onlyChanges, upsertBy } from './importer.ts';

const columns: readonly Column[] = [
  { name: 'externalId', also: ['id', '编号', '序号', '企业编号', '单位编号'], empty: 'kept' },
  { name: 'kind', also: ['类型', '机构类型', '单位类型'], codes: kindNames, empty: 'refused' },
  {
    name: 'name',
    also: ['名称', '企业名称', '单位名称', '机构名称', '院所名称'],
    empty: 'refused',
  },
  { name: 'creditCode', also: ['统一社会信用代码', '信用代码', '社会信用代码'] },
  { name: 'idKind', also: ['证件类型'], codes: idKindNames },
  { name: 'country', also: ['国家', '国别'] },
  { name: 'district', also: ['区划', '区划代码', '行政区划', '行政区划代码'], empty: 'kept' },
  { name: 'industry', also: ['行业', '行业代码', '国民经济行业'] },
  { name: 'tier', also: ['梯次', '培育梯次', '层级'], codes: tierNames },
];

export function organizationImporter(parts: {
  organizations: OrganizationService;
  store: OrganizationStore;
}): Importer {
  const { organizations, store } = parts;
  return {
    kind: 'organization',
    columns,
    stated: organizationPatch,
    async admit(actor, target) {
      if (!hasRole(actor, 'bureau', 'admin')) throw forbidden();
      if (target.organizationId !== undefined) throw forbidden('An organization owns no other.');
      return {};
    },
    hasOtherKey: ({ creditCode }) => typeof creditCode === 'string',
    async upsert(cmd, row) {
      const { district = cmd.actor.district } = row;
      const { externalId, creditCode } = row;
      const here = { district };
      const same = [
        ...(externalId === undefined ? [] : [{ ...here, externalId }]),
        ...(typeof creditCode === 'string'
          ? [{ ...here, creditCode: normalizeCreditCode(creditCode) }]
          : []),
      ];
      const values = { ...row, district };
      return upsertBy({
        async find() {
          for (const filter of same) {
            const found = await store.find(unscoped('an import of the district'), filter);
            if (found) return found;
          }
          return null;
        },
        create: () => organizations.create(cmd, parse(organizationBody, forCreate(values))),
        async change(doc) {
          const patch = onlyChanges(doc, parse(organizationPatch, values));
          if (!patch) return 'unchanged';
          await organizations.update(cmd, doc._id, patch, undefined);
          return 'changed';
        },
      });
    },
  };
}
