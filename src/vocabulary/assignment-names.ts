import type * as codes from './assignment.ts';
import type { NamesOf } from './names-of.ts';

export const assignmentNames: NamesOf<typeof codes> = {
  assignmentStatuses: {
    proposed: { zh: '已推荐', en: 'Proposed' },
    accepted: { zh: '已接受', en: 'Accepted' },
    declined: { zh: '已谢绝', en: 'Declined' },
    expired: { zh: '逾期未答', en: 'Expired' },
    escalated: { zh: '待科技局指派', en: 'Escalated' },
  },
  escalationReasons: {
    no_broker: { zh: '暂无可派经纪人', en: 'No broker free' },
    three_misses: { zh: '三次推荐未果', en: 'Three proposals came to nothing' },
    conflict_of_interest: { zh: '利益冲突', en: 'Conflict of interest' },
  },
  turnOutcomes: {
    proposed: { zh: '待答复', en: 'Asked' },
    accepted: { zh: '已接受', en: 'Accepted' },
    declined: { zh: '已谢绝', en: 'Declined' },
    expired: { zh: '逾期未答', en: 'Out of time' },
    recalled: { zh: '已撤回', en: 'Called back' },
    replaced: { zh: '已改派', en: 'Replaced' },
    ended: { zh: '已结束', en: 'Ended' },
  },
  brokerGrades: {
    junior: { zh: '初级', en: 'Junior' },
    intermediate: { zh: '中级', en: 'Intermediate' },
    senior: { zh: '高级', en: 'Senior' },
  },
  scoreParts: {
    expertise: { zh: '专长', en: 'Expertise' },
    load: { zh: '工作量', en: 'Load' },
    record: { zh: '业绩', en: 'Record' },
    district: { zh: '本区', en: 'District' },
    grade: { zh: '等级', en: 'Grade' },
  },
  brokerBarriers: {
    inactive: { zh: '不接新单', en: 'Takes no new needs' },
    other_district: { zh: '不在本区', en: 'Of another district' },
    no_capacity: { zh: '工作量已满', en: 'No room' },
    on_leave: { zh: '休假中', en: 'On leave' },
    conflict_of_interest: { zh: '利益冲突', en: 'Conflict of interest' },
    vetted_this_need: { zh: '审核过该需求', en: 'Vetted this need' },
    already_asked: { zh: '已问过', en: 'Asked before' },
  },
};
