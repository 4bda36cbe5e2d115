import type { Connection } from 'mongoose';

/** Says that this store holds the demo district, and whether it is whole. */
export interface DemoMarker {
  _id: 'demo';
  status: 'seeding' | 'complete';
  /** The instant that the content is reckoned from. */
  seededAt: Date;
  /** Renewed while the seeding runs: a process that was killed leaves it behind. */
  aliveAt: Date;
}

const collection = 'demo';
/** A seeding without a sign of life for so long was interrupted. */
const lostAfterMs = 20_000;

export function createDemoMarker(db: Connection) {
  const markers = () => db.collection<DemoMarker>(collection);
  const id = { _id: 'demo' } as const;
  return {
    read: () => markers().findOne(id),

    isLost: (marker: DemoMarker) => Date.now() - marker.aliveAt.getTime() > lostAfterMs,

    /** True for the one process that may seed; `lost` is the marker of one that did not finish. */
    async claim(seededAt: Date, lost: DemoMarker | null): Promise<boolean> {
      const marker = { ...id, status: 'seeding' as const, seededAt, aliveAt: new Date() };
      if (lost) {
        const filter = { ...id, status: 'seeding' as const, aliveAt: lost.aliveAt };
        return (await markers().replaceOne(filter, marker)).modifiedCount === 1;
      }
      try {
        await markers().insertOne(marker);
        return true;
      } catch (error) {
        if ((error as { code?: number }).code === 11000) return false;
        throw error;
      }
    },

    /** Keeps saying that somebody is at work, until stopped. */
    beat(): () => void {
      const timer = setInterval(() => {
        markers()
          .updateOne(id, { $set: { aliveAt: new Date() } })
          .catch(() => {});
      }, 2_000);
      return () => clearInterval(timer);
    },

    complete: () => markers().updateOne(id, { $set: { status: 'complete' } }),
  };
}
