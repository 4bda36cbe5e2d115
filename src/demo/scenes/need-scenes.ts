import { addDays, shanghaiDate } from '../../calendar/dates.ts';
import type { Need } from '../../features/needs/need.ts';
import { needBody } from '../../features/needs/need-schema.ts';
import type { DecisionCode } from '../../vocabulary.ts';
import { type NeedKey, needRows } from '../content/needs/all.ts';
import type { Stage } from '../stage.ts';

const fenPerWan = 1_000_000;

export type NeedScenes = ReturnType<typeof createNeedScenes>;

/** What firms and readers do with a need before anybody is asked to broker it. */
export function createNeedScenes({ ctx, cast, as }: Stage) {
  /** Posts a need; `by` posts it on the firm's behalf. */
  async function post(key: NeedKey, at: Date, by?: string): Promise<Need> {
    const { firm, budgetWan, deadlineDays = 300, modes, ...stated } = needRows[key];
    const input = needBody.parse({
      ...stated,
      ...(modes && { cooperationModes: modes }),
      industry: cast.organization(firm).industry,
      ...(budgetWan !== undefined && {
        budgetFen: budgetWan * fenPerWan,
        deadline: addDays(shanghaiDate(at), deadlineDays),
      }),
      ...(by && { organizationId: cast.organization(firm)._id }),
    });
    return ctx.needs.create(as(by ?? firm, at), input);
  }

  async function submit(key: NeedKey, at: Date, by?: string): Promise<Need> {
    const need = await post(key, at, by);
    const later = new Date(at.getTime() + 20 * 60_000);
    return ctx.needs.submit(as(by ?? needRows[key].firm, later), need._id);
  }

  return {
    post,
    submit,

    confirm: (key: NeedKey, need: Need, at: Date) =>
      ctx.needs.confirm(as(needRows[key].firm, at), need._id),

    accept: (need: Need, at: Date, reader = 'bureau') =>
      ctx.needs.vet(as(reader, at), need._id, { decision: 'accepted' }),

    refuse: (need: Need, at: Date, code: DecisionCode, note: string) =>
      ctx.needs.vet(as('bureau', at), need._id, { decision: 'refused', code, note }),
  };
}
