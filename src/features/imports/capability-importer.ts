import { parse } from '../../http/validation.ts';
import { capabilityBody, capabilityPatch } from '../capabilities/capability-schema.ts';
import type { CapabilityService } from '../capabilities/capability-service.ts';
import type { CapabilityStore } from '../capabilities/capability-store.ts';
import type { OrganizationStore } from '../organizations/organization-store.ts';
import { fieldNames, modeNames, stageNames, visibilityNames } from './chinese-codes.ts';
import type { Column } from './column.ts';
import { findByNumber } from './find-by-number.ts';
import { forCreate, type Importer, onlyChanges, upsertBy } from './importer.ts';
import { ownerColumns, ownerLookup } from './owner-lookup.ts';

const columns: readonly Column[] = [
  { name: 'externalId', also: ['id', '编号', '序号', '成果编号'], empty: 'kept' },
  { name: 'title', also: ['标题', '名称', '成果名称', '能力名称'], empty: 'refused' },
  { name: 'abstract', also: ['摘要', '简介', '成果简介', '内容'], empty: 'refused' },
  { name: 'keywords', also: ['关键词', '关键字'], kind: 'list' },
  { name: 'field', also: ['领域', '技术领域'], codes: fieldNames },
  { name: 'stage', also: ['阶段', '成熟度', '成果阶段'], codes: stageNames },
  { name: 'trl', also: ['技术成熟度', '技术就绪度', '技术成熟度等级'], kind: 'number' },
  { name: 'ip', also: ['知识产权', '专利'], kind: 'json' },
  { name: 'experts', also: ['专家', '团队', '负责人', '完成人'], kind: 'list' },
  { name: 'equipment', also: ['设备', '仪器设备'], kind: 'list' },
  { name: 'cases', also: ['案例', '应用案例'], kind: 'list' },
  { name: 'cooperationModes', also: ['合作方式', '转化方式'], kind: 'list', codes: modeNames },
  { name: 'visibility', also: ['可见范围'], codes: visibilityNames, empty: 'kept' },
  { name: 'validUntil', also: ['有效期', '有效期至'], kind: 'date' },
  ...ownerColumns,
];

export function capabilityImporter(parts: {
  capabilities: CapabilityService;
  store: CapabilityStore;
  organizations: OrganizationStore;
}): Importer {
  const { capabilities, store } = parts;
  const owners = ownerLookup(parts.organizations, 'institute', ['bureau', 'admin', 'broker']);
  const find = findByNumber(store);
  return {
    kind: 'capability',
    columns,
    stated: capabilityPatch,
    admit: owners.admit,
    async upsert(cmd, row, target) {
      const { owner, rest } = await owners.take(cmd.actor, row, target);
      const { externalId } = row;
      return upsertBy({
        find: () => find({ organizationId: owner.organizationId, externalId: externalId! }),
        create: () => capabilities.importOne(cmd, owner, parse(capabilityBody, forCreate(rest))),
        async change(doc) {
          const patch = onlyChanges(doc, parse(capabilityPatch, rest));
          if (!patch) return 'unchanged';
          await capabilities.update(cmd, doc._id, patch, undefined);
          return 'changed';
        },
      });
    },
  };
}
