/**
 * Opens one picture and writes what is shown of it: a JPEG and a thumbnail, upright, without any metadata. A process of its own, so
 * that a picture made to bring a program down brings down this one. Run by Node alone, so that it starts fast.
 *
 * node prepare.mjs ORIGINAL MEDIA-TYPE VIEW THUMB '{"pixels":…,"heicPixels":…}'
 * Says one line of JSON: {"width","height"} of the view, {"refusal"}, or {"failure"} when the disk is at fault and not the picture.
 */
import sharp from 'sharp';
import { TooManyPixels } from './too-many-pixels.mjs';

/** The longer side of what is shown, in pixels. */
const viewSide = 2400;
const thumbSide = 480;

const [original = '', mediaType = '', viewFile = '', thumbFile = '', limits = '{}'] = process.argv.slice(2);
const most = JSON.parse(limits);

/** One reader is let in: the one of the kind that was found. */
const readers = {
  'image/jpeg': 'VipsForeignLoadJpeg',
  'image/png': 'VipsForeignLoadPng',
  'image/webp': 'VipsForeignLoadWebp',
  'image/tiff': 'VipsForeignLoadTiff',
};

sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ['VipsForeignLoad'] });
if (mediaType in readers) sharp.unblock({ operation: [readers[mediaType]] });

try {
  const isHeic = !(mediaType in readers);
  const picture = isHeic ? await heicPicture() : sharp(original, { limitInputPixels: most.pixels, failOn: 'error' });
  const view = await shown(isHeic ? picture : picture.autoOrient(), viewSide, 84);
  const { width, height } = await view.toFile(viewFile);
  sharp.unblock({ operation: [readers['image/jpeg']] });
  await (await shown(sharp(viewFile), thumbSide, 78)).toFile(thumbFile);
  say({ width, height });
} catch (error) {
  say(outcome(error));
}

async function heicPicture() {
  // Loaded for these alone: most pictures need none of it.
  const { heicPixels } = await import('./heic.mjs');
  const { data, width, height } = await heicPixels(original, most.heicPixels);
  return sharp(data, { raw: { width, height, channels: 4 } });
}

/** Small enough, on white where it was transparent, in the colours every screen knows. */
async function shown(picture, side, quality) {
  return picture
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .jpeg({ quality, mozjpeg: false });
}

function outcome(error) {
  const said = String(error?.message ?? error);
  if (error instanceof TooManyPixels || /exceeds pixel limit/i.test(said)) return { refusal: 'paper.too-many-pixels' };
  if (/no space|ENOSPC|EDQUOT|unable to open for write|write error/i.test(said)) return { failure: said.slice(0, 300) };
  return { refusal: 'paper.broken' };
}

function say(what) {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}
