import type * as codes from './capabilities.ts';
import type { NamesOf } from './names-of.ts';

export const capabilityNames: NamesOf<typeof codes> = {
  capabilityStages: {
    early: { zh: '早期研究', en: 'Early research' },
    middle: { zh: '中试阶段', en: 'Pilot stage' },
    mature: { zh: '成熟可用', en: 'Mature' },
  },
  capabilityStatuses: {
    published: { zh: '已发布', en: 'Published' },
    withdrawn: { zh: '已下架', en: 'Withdrawn' },
  },
  capabilityVisibilities: {
    public: { zh: '公开', en: 'Public' },
    district: { zh: '仅本区', en: 'District only' },
    organization: { zh: '仅本单位', en: 'Institute only' },
  },
};
