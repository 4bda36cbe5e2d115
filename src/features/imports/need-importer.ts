import { parse } from '../../http/validation.ts';
import { needBody, needPatch } from '../needs/need-schema.ts';
import type { NeedService } from '../needs/need-service.ts';
import type { NeedStore } from '../needs/need-store.ts';
import type { OrganizationStore } from '../organizations/organization-store.ts';
import { fieldNames, modeNames } from './chinese-codes.ts';
import type { Column } from './column.ts';
import { findByNumber } from './find-by-number.ts';
import { forCreate, type Importer, onlyChanges, upsertBy } from './importer.ts';
import { ownerColumns, ownerLookup } from './owner-lookup.ts';

const columns: readonly Column[] = [
  { name: 'externalId', also: ['id', '编号', '序号', '需求编号'], empty: 'kept' },
  { name: 'title', also: ['标题', '名称', '需求名称', '需求标题'], empty: 'refused' },
  {
    name: 'problem',
    also: ['问题', '需求描述', '需求内容', '问题描述', '技术难题', 'text', 'description'],
    empty: 'refused',
  },
  { name: 'field', also: ['领域', '技术领域'], codes: fieldNames },
  { name: 'industry', also: ['行业', '行业代码', '国民经济行业'] },
  { name: 'product', also: ['产品'] },
  { name: 'process', also: ['工艺', '工艺环节'] },
  { name: 'tried', also: ['已尝试', '已有尝试', '已做工作'] },
  { name: 'indicators', also: ['指标', '技术指标'], kind: 'json' },
  { name: 'budgetFen', also: ['预算分'], kind: 'number' },
  { name: 'budgetYuan', also: ['预算(元)', '预算元'], kind: 'yuan' },
  { name: 'budgetWan', also: ['预算(万元)', '预算万元'], kind: 'wan' },
  { name: 'deadline', also: ['截止日期', '期限', '截止时间'], kind: 'date' },
  { name: 'cooperationModes', also: ['合作方式', '合作模式'], kind: 'list', codes: modeNames },
  { name: 'confidential', also: ['保密'], kind: 'json', empty: 'kept' },
  ...ownerColumns,
];

/** The three ways to write a budget are one field. */
function withBudget(row: Record<string, unknown>): Record<string, unknown> {
  const { budgetYuan, budgetWan, ...rest } = row;
  const budget = rest.budgetFen ?? budgetYuan ?? budgetWan;
  const named = ['budgetFen', 'budgetYuan', 'budgetWan'].some((name) => name in row);
  return named ? { ...rest, budgetFen: budget ?? null } : rest;
}

export function needImporter(parts: {
  needs: NeedService;
  store: NeedStore;
  organizations: OrganizationStore;
}): Importer {
  const { needs, store } = parts;
  const owners = ownerLookup(parts.organizations, 'enterprise', ['bureau', 'broker']);
  const find = findByNumber(store);
  return {
    kind: 'need',
    columns,
    stated: needPatch,
    admit: owners.admit,
    async upsert(cmd, row, target) {
      const { owner, rest } = await owners.take(cmd.actor, withBudget(row), target);
      const { externalId } = row;
      return upsertBy({
        find: () => find({ organizationId: owner.organizationId, externalId: externalId! }),
        create: () => needs.importOne(cmd, owner, parse(needBody, forCreate(rest))),
        async change(doc) {
          const patch = onlyChanges(doc, parse(needPatch, rest));
          if (!patch) return 'unchanged';
          await needs.update(cmd, doc._id, patch, undefined);
          return 'changed';
        },
      });
    },
  };
}
