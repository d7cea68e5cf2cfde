/** Which words fit on a map without covering its marks or each other. Pure. */

export type Rectangle = { left: number; top: number; right: number; bottom: number };

export type Label = {
  x: number;
  y: number;
  text: string;
  anchor: 'start' | 'middle' | 'end';
  kind: 'country' | 'place';
  /** Fits also where marks and letters are enlarged, on a narrow screen. */
  always: boolean;
};

/** A word that would like to stand there, with the places it would take, best first. */
export type Wish = {
  text: string;
  kind: Label['kind'];
  at: readonly { x: number; y: number; anchor: Label['anchor'] }[];
};

/** Size of the letters and about how wide one is, in units of the drawing. */
export const letters = { country: { size: 15, width: 9.3 }, place: { size: 13, width: 7.2 } } as const;
/** How much marks and letters grow on a narrow screen; components/map/map.css says the same. */
const narrowFactor = 1.75;

export type Disc = { x: number; y: number; radius: number };

/** The wishes that can be granted, one after the other. Words that would leave the frame or meet something are left out. */
export function placedLabels(wishes: readonly Wish[], discs: readonly Disc[], frame: Rectangle): Label[] {
  const taken = discs.map((disc) => discRectangle(disc, 1));
  const takenNarrow = discs.map((disc) => discRectangle(disc, narrowFactor));
  const labels: Label[] = [];
  for (const { text, kind, at } of wishes) {
    const spot = at.find((one) => isFree(rectangleOf(text, kind, one, 1), taken, frame));
    if (!spot) continue;
    const enlarged = rectangleOf(text, kind, spot, narrowFactor);
    const always = isFree(enlarged, takenNarrow, frame);
    taken.push(rectangleOf(text, kind, spot, 1));
    if (always) takenNarrow.push(enlarged);
    labels.push({ ...spot, text, kind, always });
  }
  return labels;
}

const discRectangle = ({ x, y, radius }: Disc, factor: number): Rectangle => ({
  left: x - radius * factor,
  right: x + radius * factor,
  top: y - radius * factor,
  bottom: y + radius * factor,
});

function rectangleOf(text: string, kind: Label['kind'], spot: Wish['at'][number], factor: number): Rectangle {
  const width = text.length * letters[kind].width * factor;
  const height = letters[kind].size * factor;
  const left = spot.anchor === 'start' ? spot.x : spot.anchor === 'end' ? spot.x - width : spot.x - width / 2;
  return { left: left - 2, right: left + width + 2, top: spot.y - height * 0.85, bottom: spot.y + height * 0.35 };
}

const isFree = (one: Rectangle, taken: readonly Rectangle[], frame: Rectangle): boolean =>
  one.left >= frame.left &&
  one.right <= frame.right &&
  one.top >= frame.top &&
  one.bottom <= frame.bottom &&
  !taken.some(
    (other) => one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top,
  );
