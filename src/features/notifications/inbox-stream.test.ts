import { expect } from 'chai';
import type { EventStream, ServerEvent } from '../../http/event-stream.ts';
import { createNewId } from '../../ids.ts';
import { recheck } from './events.ts';
import { firstIdAt, followInbox } from './inbox-stream.ts';
import type { Notification } from './notification.ts';

const newId = createNewId();
const at = new Date('2026-03-02T02:00:00Z');
const line = (ms: number) => ({ _id: newId(new Date(at.getTime() + ms)) }) as Notification;

function follow(stored: Notification[], allowed = async () => true) {
  const sent: string[] = [];
  const closed = new AbortController();
  let beats = 0;
  const stream: EventStream = {
    send: (event: ServerEvent) => void sent.push(event.id!),
    beat: () => {
      beats += 1;
    },
    end: () => closed.abort(),
    closed: closed.signal,
  };
  const follower = followInbox({
    stream,
    after: firstIdAt(at),
    since: async (id, limit) => stored.filter((one) => one._id > id).slice(0, limit),
    present: (one) => ({ event: 'notification', id: one._id, data: null }),
    allowed,
    onError: () => {},
  });
  return { follower, sent, closed: closed.signal, beats: () => beats };
}

describe('the stream of an inbox', () => {
  it('sends a line once, whichever way it is heard of first', async () => {
    const [a, b] = [line(1), line(2)];
    const { follower, sent } = follow([a, b]);
    follower.hear({ event: 'notification', id: b._id, data: null });
    follower.catchUp();
    await follower.tick();
    expect(sent).to.have.members([a._id, b._id]).and.have.length(2);
  });

  it('finds a line that was written late with an earlier id', async () => {
    const [early, late] = [line(1_000), line(9_000)];
    const stored = [late];
    const { follower, sent } = follow(stored);
    await follower.tick();
    stored.unshift(early);
    await follower.tick();
    await follower.tick();
    expect(sent).to.deep.equal([late._id, early._id]);
  });

  it('reads a burst of any size page by page', async () => {
    const stored = Array.from({ length: 450 }, () => line(5));
    const { follower, sent } = follow(stored);
    await follower.tick();
    await follower.tick();
    expect(sent).to.deep.equal(stored.map((one) => one._id));
  });

  it('beats, and ends once the person may not listen any more', async () => {
    let allowed = true;
    const { follower, closed, beats } = follow([], async () => allowed);
    await follower.tick();
    expect([beats(), closed.aborted]).to.deep.equal([1, false]);
    allowed = false;
    follower.hear(recheck);
    await new Promise((done) => setTimeout(done));
    expect(closed.aborted).to.equal(true);
  });

  it('asks again after a gap, in which the person may have signed out', async () => {
    const { follower, closed } = follow([], async () => false);
    follower.catchUp();
    await new Promise((done) => setImmediate(done));
    expect(closed.aborted).to.equal(true);
  });

  it('goes on while it cannot be found out whether the person may listen', async () => {
    const { follower, closed } = follow([], () => Promise.reject(new Error('the store is away')));
    await follower.tick();
    expect(closed.aborted).to.equal(false);
  });
});
