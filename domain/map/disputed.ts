/**
 * Areas to which more than one state lays claim. No border is drawn in them and no country is shaded over them, whatever the bundled
 * geometry says; the burial places in them are shown like any other. The outlines are deliberately coarse: they say where nothing is
 * drawn, not where anything lies. A manager's table says which country a place belongs to today, never this one.
 */

/** Longitude and latitude in degrees. */
type Corner = readonly [longitude: number, latitude: number];

export type DisputedArea = {
  key: string;
  /** Why it is on the list. */
  reason: string;
  /** Codes of the countries whose shading stops here. */
  of: readonly string[];
  /** Convex pieces that together cover it, a little generous where it ends at a border. */
  pieces: readonly (readonly Corner[])[];
};

/** What the bundled geometry draws as an area of its own and is a matter of dispute as a whole, by its names there. */
export const disputedGeometries: Readonly<Record<string, string>> = {
  Kosovo: 'Its independence is recognised by some states only.',
  'N. Cyprus': 'Held to be occupied by all states but one.',
  'W. Sahara': 'A non-self-governing territory for the United Nations.',
  Taiwan: 'Claimed by the People’s Republic of China.',
  Somaliland: 'Its independence is recognised by hardly any state.',
  Palestine: 'Borders are left to an agreement that has not been made.',
  'Siachen Glacier': 'Part of the dispute about Kashmir.',
  'Falkland Is.': 'Claimed by Argentina.',
};

export const disputedAreas: readonly DisputedArea[] = [
  {
    key: 'crimea',
    reason: 'Governed by Russia since 2014; Ukraine’s for the General Assembly of the United Nations (68/262).',
    of: ['RU', 'UA'],
    pieces: [
      [
        [32.2, 45.4],
        [33.3, 44.2],
        [34.2, 44.2],
        [36.6, 44.9],
        [36.62, 45.5],
        [35.1, 46.35],
        [33.0, 46.35],
      ],
    ],
  },
  {
    key: 'east-and-south-of-ukraine',
    reason: 'Four oblasts annexed by Russia in 2022; Ukraine’s for the General Assembly (ES-11/4).',
    of: ['UA'],
    pieces: [
      [
        [31.5, 46.65],
        [33.6, 47.65],
        [34.9, 48.15],
        [36.4, 48.3],
        [36.6, 45.7],
        [32.4, 45.7],
        [31.5, 46.2],
      ],
      [
        [36.35, 48.25],
        [36.6, 49.05],
        [37.75, 49.35],
        [38.8, 49.4],
        [38.8, 46.5],
        [36.4, 45.9],
      ],
      [
        [37.7, 49.3],
        [37.85, 50.15],
        [40.6, 50.2],
        [40.6, 47.3],
        [38.2, 46.8],
      ],
    ],
  },
  {
    key: 'transnistria',
    reason: 'Declared its independence of Moldova; no state recognises it.',
    of: ['MD'],
    pieces: [
      [
        [28.5, 48.25],
        [28.3, 48.0],
        [28.9, 47.75],
        [29.35, 47.75],
        [29.35, 48.1],
      ],
      [
        [28.9, 47.8],
        [29.0, 47.25],
        [29.8, 47.25],
        [29.4, 47.9],
      ],
      [
        [29.0, 47.3],
        [29.35, 46.75],
        [30.2, 46.6],
        [29.9, 47.3],
      ],
      [
        [29.3, 46.85],
        [29.6, 46.4],
        [30.2, 46.3],
        [30.2, 46.7],
      ],
    ],
  },
  {
    key: 'abkhazia',
    reason: 'Declared its independence of Georgia; recognised by few states.',
    of: ['GE'],
    pieces: [
      [
        [39.9, 43.5],
        [41.3, 42.3],
        [41.9, 42.5],
        [42.3, 43.3],
        [41.4, 43.7],
        [40.3, 43.75],
      ],
    ],
  },
  {
    key: 'south-ossetia',
    reason: 'Declared its independence of Georgia; recognised by few states.',
    of: ['GE'],
    pieces: [
      [
        [43.3, 42.5],
        [43.9, 42.0],
        [44.5, 42.0],
        [44.85, 42.4],
        [44.7, 42.85],
        [43.6, 42.85],
      ],
    ],
  },
  {
    key: 'southern-kurils',
    reason: 'Governed by Russia, claimed by Japan.',
    of: ['RU', 'JP'],
    pieces: [
      [
        [145.4, 43.7],
        [146.1, 43.2],
        [147.2, 43.6],
        [149.0, 45.3],
        [148.6, 45.7],
        [146.5, 44.8],
        [145.3, 44.2],
      ],
    ],
  },
  {
    key: 'kashmir',
    reason: 'Divided between India, Pakistan and China along lines none of them accepts.',
    of: ['IN', 'PK', 'CN'],
    pieces: [
      [
        [72.5, 36.3],
        [73.1, 33.6],
        [75.3, 32.1],
        [79.6, 32.3],
        [80.5, 35.6],
        [77.5, 36.6],
        [74.6, 37.2],
      ],
    ],
  },
  {
    key: 'arunachal-pradesh',
    reason: 'Governed by India, claimed by China.',
    of: ['IN', 'CN'],
    pieces: [
      [
        [91.4, 28.1],
        [91.6, 26.8],
        [95.2, 26.9],
        [97.5, 28.0],
        [96.6, 29.6],
        [94.2, 29.5],
      ],
    ],
  },
  {
    key: 'golan',
    reason: 'Occupied in 1967; Syria’s for the Security Council (497).',
    of: ['IL', 'SY'],
    pieces: [
      [
        [35.55, 33.45],
        [35.55, 32.6],
        [36.0, 32.6],
        [36.0, 33.45],
      ],
    ],
  },
  {
    key: 'halaib',
    reason: 'Claimed by Egypt and Sudan; the land beside it by neither.',
    of: ['EG', 'SD'],
    pieces: [
      [
        [33.0, 22.2],
        [33.1, 21.6],
        [37.0, 21.6],
        [37.0, 22.3],
      ],
    ],
  },
  {
    key: 'western-sahara',
    reason: 'A non-self-governing territory for the United Nations; the geometry gives most of it to Morocco.',
    of: ['MA'],
    pieces: [
      [
        [-17.4, 20.7],
        [-12.9, 20.7],
        [-8.5, 25.9],
        [-8.5, 27.7],
        [-13.3, 27.7],
      ],
    ],
  },
];
