import type * as codes from './imports.ts';
import type { NamesOf } from './names-of.ts';

export const importNames: NamesOf<typeof codes> = {
  importKinds: {
    need: { zh: '技术需求', en: 'Needs' },
    capability: { zh: '成果', en: 'Capabilities' },
    organization: { zh: '机构', en: 'Organizations' },
    agreement: { zh: '技术合同', en: 'Agreements' },
    broker: { zh: '经纪人', en: 'Brokers' },
  },
  importStatuses: {
    queued: { zh: '排队中', en: 'Queued' },
    running: { zh: '导入中', en: 'Running' },
    done: { zh: '已导入', en: 'Done' },
    failed: { zh: '失败', en: 'Failed' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  },
};
