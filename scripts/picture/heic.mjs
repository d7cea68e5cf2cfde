/** Pictures of telephones in HEIC, which sharp as shipped cannot read. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import loadLibheif from 'libheif-js/libheif-wasm/libheif.js';
import { TooManyPixels } from './too-many-pixels.mjs';

/**
 * The main picture of a file, upright (the format turns it itself), as red, green, blue and alpha of 8 bits.
 * @param {string} file
 * @param {number} most pixels at most
 * @returns {Promise<{ data: Uint8ClampedArray, width: number, height: number }>}
 */
export async function heicPixels(file, most) {
  // It speaks on standard output, where only the answer belongs.
  console.log = () => {};
  const wasmBinary = readFileSync(fileURLToPath(import.meta.resolve('libheif-js/libheif-wasm/libheif.wasm')));
  const libheif = await loadLibheif({ wasmBinary });
  const images = new libheif.HeifDecoder().decode(readFileSync(file));
  const image = images.find((one) => one.is_primary()) ?? images[0];
  if (!image) throw new Error('No picture in it');
  const width = image.get_width();
  const height = image.get_height();
  if (width * height > most) throw new TooManyPixels();
  const data = new Uint8ClampedArray(width * height * 4);
  await new Promise((resolve, reject) => {
    image.display({ data, width, height }, (done) => (done ? resolve(done) : reject(new Error('It does not open'))));
  });
  return { data, width, height };
}
