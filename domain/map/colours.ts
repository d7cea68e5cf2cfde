/** The map's colours, for page and paper; the tones stay apart in grey, too. Pure. */
export const mapColours = {
  sea: '#dfe7e5',
  land: '#f8f4ea',
  grid: '#c9d6d3',
  coast: '#6f7a72',
  border: '#9a9079',
  /** Of the figures, palest first. */
  tones: ['#e3e4d3', '#c8d3c4', '#a8c0b4', '#86a79c'],
  mark: '#0f3134',
  /** Rings about marks and letters. */
  halo: '#fdfbf6',
  journey: '#8a4b12',
  word: '#1f1c17',
  countryWord: '#48433a',
} as const;
