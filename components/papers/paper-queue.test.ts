import { describe, expect, it } from 'vitest';
import { PaperQueue } from './paper-queue';
import type { Answer, PaperServer } from './send-file';

const lost: Answer = { status: 0, body: {} };
const file = (name: string) => new File(['photo'], name);

/** @param answer to each piece of the file of this name */
function connection(order: string[], answer: (name: string) => Answer | Promise<Answer>) {
  return (sent: File): PaperServer => ({
    begin: async () => {
      order.push(sent.name);
      return { status: 201, body: { uploadId: sent.name } };
    },
    piece: async () => answer(sent.name),
  });
}

const done: Answer = { status: 200, body: { received: 5, attachmentId: 'a' } };

async function settled(queue: PaperQueue): Promise<string[]> {
  for (;;) {
    const states = queue.snapshot().map(({ state }) => state);
    if (states.every((state) => state === 'sent' || state === 'refused')) return states;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

describe('the queue of papers', () => {
  it('sends one after another in the order they were chosen', async () => {
    const queue = new PaperQueue(100);
    const order: string[] = [];
    let underway = 0;
    const open = connection(order, async () => {
      expect(++underway).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 2));
      underway--;
      return done;
    });
    queue.add([file('1.jpg'), file('2.jpg')], open);
    queue.add([file('3.jpg')], open);
    expect(await settled(queue)).toEqual(['sent', 'sent', 'sent']);
    expect(order).toEqual(['1.jpg', '2.jpg', '3.jpg']);
    queue.forget(queue.snapshot().map(({ id }) => id));
    expect(queue.snapshot()).toEqual([]);
  });

  it('goes on with the others when one is refused, and sends that one again when asked to', async () => {
    const queue = new PaperQueue(100);
    let isBad = true;
    const refusal: Answer = { status: 422, body: { code: 'paper.kind-unknown', message: 'No.' } };
    queue.add(
      [file('bad.jpg'), file('good.jpg')],
      connection([], (name) => (name === 'bad.jpg' && isBad ? refusal : done)),
    );
    expect(await settled(queue)).toEqual(['refused', 'sent']);
    expect(queue.snapshot()[0]?.refusal).toEqual({ code: 'paper.kind-unknown', message: 'No.' });
    isBad = false;
    queue.again(queue.snapshot()[0]?.id ?? 0);
    expect(await settled(queue)).toEqual(['sent', 'sent']);
  });

  it('sends no further what is taken back, waiting or on its way', async () => {
    const queue = new PaperQueue(100);
    const order: string[] = [];
    queue.add(
      [file('1.jpg'), file('2.jpg'), file('3.jpg')],
      connection(order, (name) => (name === '1.jpg' ? lost : done)),
    );
    const [first, second] = queue.snapshot();
    queue.remove(second?.id ?? 0);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(queue.snapshot()[0]?.state).toBe('broken');
    queue.remove(first?.id ?? 0);
    expect(await settled(queue)).toEqual(['sent']);
    expect(order).toEqual(['1.jpg', '3.jpg']);
  });

  it('tries at once when it is woken', async () => {
    const queue = new PaperQueue(100);
    let isUp = false;
    queue.add(
      [file('1.jpg')],
      connection([], () => (isUp ? done : lost)),
    );
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(queue.snapshot()[0]?.state).toBe('broken');
    isUp = true;
    const from = performance.now();
    queue.wake();
    expect(await settled(queue)).toEqual(['sent']);
    expect(performance.now() - from).toBeLessThan(500);
  });
});
