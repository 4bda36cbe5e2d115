import type { DemoTime } from '../demo-time.ts';
import type { AgreementScenes } from '../scenes/agreement-scenes.ts';
import type { AssignmentScenes } from '../scenes/assignment-scenes.ts';
import type { EngagementScenes } from '../scenes/engagement-scenes.ts';
import type { NeedScenes } from '../scenes/need-scenes.ts';
import type { Stage } from '../stage.ts';

export interface Scenes {
  needs: NeedScenes;
  assignments: AssignmentScenes;
  engagements: EngagementScenes;
  agreements: AgreementScenes;
  stage: Stage;
}

/** A history that is told from its beginning to its end, in a lane of its own. */
export interface Plot {
  /** Plots of one broker are told one after another, because what a broker carries is judged. */
  broker?: number;
  tell(time: DemoTime): Promise<void>;
}
