import { DAY, dateOf } from "../../src/calendar/civil.js";

/**
 * The sky of GB/T 33661-2017, worked out anew: instants of new moons, and of the sun at a longitude, in milliseconds. Sources: Jean
 * Meeus, Astronomical Algorithms, second edition, chapters 22, 25, 49 and appendix III (VSOP87, without the smallest terms). Against
 * published times both are off by less than half a minute.
 */

const RAD = Math.PI / 180;
const sin = (degrees: number): number => Math.sin(degrees * RAD);
const JULIAN_1970 = 2_440_587.5;

/** How far dynamical time runs ahead of universal time in a year, in seconds: observed to 2020, then as it was extrapolated when the libraries were made. */
const ahead = [
  [1900, -2.8],
  [1905, 3.9],
  [1910, 10.5],
  [1915, 17.2],
  [1920, 21.2],
  [1925, 23.6],
  [1930, 24.0],
  [1935, 23.9],
  [1940, 24.3],
  [1945, 26.8],
  [1950, 29.1],
  [1955, 31.1],
  [1960, 33.2],
  [1965, 35.7],
  [1970, 40.2],
  [1975, 45.5],
  [1980, 50.5],
  [1985, 54.3],
  [1990, 56.9],
  [1995, 60.8],
  [2000, 63.8],
  [2005, 64.7],
  [2010, 66.1],
  [2015, 67.6],
  [2020, 69.4],
  [2050, 93],
  [2101, 203],
] as const;

export function secondsAhead(year: number): number {
  const next = Math.max(
    1,
    ahead.findIndex(([at]) => at > year),
  );
  const [[from, low], [to, high]] = [ahead[next - 1] ?? ahead[0], ahead[next] ?? ahead[1]];
  return low + ((high - low) * (year - from)) / (to - from);
}

function fromDynamical(julian: number): number {
  const year = 2000 + (julian - 2_451_545) / 365.25;
  return (julian - JULIAN_1970) * DAY - secondsAhead(year) * 1000;
}

/** The instant of a new moon by its number since that of 2000-01-06: chapter 49, all terms. */
export function newMoon(k: number): number {
  const t = k / 1236.85;
  const e = 1 - 0.002516 * t - 0.0000074 * t * t;
  const sun = 2.5534 + 29.1053567 * k - 0.0000014 * t * t - 0.00000011 * t ** 3;
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t + 0.00001238 * t ** 3 - 0.000000058 * t ** 4;
  const f = 160.7108 + 390.67050284 * k - 0.0016118 * t * t - 0.00000227 * t ** 3 + 0.000000011 * t ** 4;
  const node = 124.7746 - 1.56375588 * k + 0.0020672 * t * t + 0.00000215 * t ** 3;
  const mean = 2_451_550.09766 + 29.530588861 * k + 0.00015437 * t * t - 0.00000015 * t ** 3 + 0.00000000073 * t ** 4;
  const periodic =
    -0.4072 * sin(moon) +
    0.17241 * e * sin(sun) +
    0.01608 * sin(2 * moon) +
    0.01039 * sin(2 * f) +
    0.00739 * e * sin(moon - sun) -
    0.00514 * e * sin(moon + sun) +
    0.00208 * e * e * sin(2 * sun) -
    0.00111 * sin(moon - 2 * f) -
    0.00057 * sin(moon + 2 * f) +
    0.00056 * e * sin(2 * moon + sun) -
    0.00042 * sin(3 * moon) +
    0.00042 * e * sin(sun + 2 * f) +
    0.00038 * e * sin(sun - 2 * f) -
    0.00024 * e * sin(2 * moon - sun) -
    0.00017 * sin(node) -
    0.00007 * sin(moon + 2 * sun) +
    0.00004 * sin(2 * moon - 2 * f) +
    0.00004 * sin(3 * sun) +
    0.00003 * sin(moon + sun - 2 * f) +
    0.00003 * sin(2 * moon + 2 * f) -
    0.00003 * sin(moon + sun + 2 * f) +
    0.00003 * sin(moon - sun + 2 * f) -
    0.00002 * sin(moon - sun - 2 * f) -
    0.00002 * sin(3 * moon + sun) +
    0.00002 * sin(4 * moon);
  const planets = [
    [325, 299.77 + 0.107408 * k - 0.009173 * t * t],
    [165, 251.88 + 0.016321 * k],
    [164, 251.83 + 26.651886 * k],
    [126, 349.42 + 36.412478 * k],
    [110, 84.66 + 18.206239 * k],
    [62, 141.74 + 53.303771 * k],
    [60, 207.14 + 2.453732 * k],
    [56, 154.84 + 7.30686 * k],
    [47, 34.52 + 27.261239 * k],
    [42, 207.19 + 0.121824 * k],
    [40, 291.34 + 1.844379 * k],
    [37, 161.72 + 24.198154 * k],
    [35, 239.56 + 25.513099 * k],
    [23, 331.55 + 3.592518 * k],
  ] as const;
  const perturbed = planets.reduce((sum, [size, angle]) => sum + 0.000001 * size * sin(angle), 0);
  return fromDynamical(mean + periodic + perturbed);
}

/** The number of the last new moon that, by mean motion, comes before an instant. */
export function meanMoonBefore(instant: number): number {
  return Math.floor((instant - Date.UTC(2000, 0, 6, 18, 14)) / (29.530588861 * DAY));
}

/** Amplitude in 10⁻⁸, phase and frequency per thousand Julian years, of the Earth's longitude. */
const longitude: readonly (readonly (readonly [number, number, number])[])[] = [
  [
    [175347046, 0, 0],
    [3341656, 4.6692568, 6283.07585],
    [34894, 4.6261, 12566.1517],
    [3497, 2.7441, 5753.3849],
    [3418, 2.8289, 3.5231],
    [3136, 3.6277, 77713.7715],
    [2676, 4.4181, 7860.4194],
    [2343, 6.1352, 3930.2097],
    [1324, 0.7425, 11506.7698],
    [1273, 2.0371, 529.691],
    [1199, 1.1096, 1577.3435],
    [990, 5.233, 5884.927],
    [902, 2.045, 26.298],
    [857, 3.508, 398.149],
    [780, 1.179, 5223.694],
    [753, 2.533, 5507.553],
    [505, 4.583, 18849.228],
    [492, 4.205, 775.523],
    [357, 2.92, 0.067],
    [317, 5.849, 11790.629],
    [284, 1.899, 796.298],
    [271, 0.315, 10977.079],
    [243, 0.345, 5486.778],
    [206, 4.806, 2544.314],
    [205, 1.869, 5573.143],
    [202, 2.458, 6069.777],
    [156, 0.833, 213.299],
    [132, 3.411, 2942.463],
    [126, 1.083, 20.775],
    [115, 0.645, 0.98],
    [103, 0.636, 4694.003],
    [102, 0.976, 15720.839],
    [102, 4.267, 7.114],
    [99, 6.21, 2146.17],
    [98, 0.68, 155.42],
    [86, 5.98, 161000.69],
    [85, 1.3, 6275.96],
    [85, 3.67, 71430.7],
    [80, 1.81, 17260.15],
    [79, 3.04, 12036.46],
    [75, 1.76, 5088.63],
    [74, 3.5, 3154.69],
    [74, 4.68, 801.82],
    [70, 0.83, 9437.76],
    [62, 3.98, 8827.39],
    [61, 1.82, 7084.9],
    [57, 2.78, 6286.6],
    [56, 4.39, 14143.5],
    [56, 3.47, 6279.55],
    [52, 0.19, 12139.55],
    [52, 1.33, 1748.02],
    [51, 0.28, 5856.48],
    [49, 0.49, 1194.45],
  ],
  [
    [628331966747, 0, 0],
    [206059, 2.678235, 6283.07585],
    [4303, 2.6351, 12566.1517],
    [425, 1.59, 3.523],
    [119, 5.796, 26.298],
    [109, 2.966, 1577.344],
    [93, 2.59, 18849.23],
    [72, 1.14, 529.69],
    [68, 1.87, 398.15],
    [67, 4.41, 5507.55],
    [59, 2.89, 5223.69],
    [56, 2.17, 155.42],
    [45, 0.4, 796.3],
    [36, 0.47, 775.52],
    [29, 2.65, 7.11],
  ],
  [
    [52919, 0, 0],
    [8720, 1.0721, 6283.0758],
    [309, 0.867, 12566.152],
    [27, 0.05, 3.52],
  ],
  [
    [289, 5.844, 6283.076],
    [35, 0, 0],
  ],
];

/** The sun's apparent longitude in degrees at an instant of dynamical time, as a Julian day. */
function sunAt(julian: number): number {
  const t = (julian - 2_451_545) / 365_250;
  const sums = longitude.map((terms) => terms.reduce((sum, [a, b, c]) => sum + a * Math.cos(b + c * t), 0));
  const earth = sums.reduce((sum, part, power) => sum + part * t ** power, 0) / 1e8 / RAD;
  const centuries = t * 10;
  const anomaly = 357.52911 + 35_999.05029 * centuries;
  const distance = 1.00014 - 0.01671 * Math.cos(anomaly * RAD) - 0.00014 * Math.cos(2 * anomaly * RAD);
  const node = 125.04452 - 1934.136261 * centuries;
  const sun = 280.4665 + 36_000.7698 * centuries;
  const moon = 218.3165 + 481_267.8813 * centuries;
  const nutation = -17.2 * sin(node) - 1.32 * sin(2 * sun) - 0.23 * sin(2 * moon) + 0.21 * sin(2 * node);
  const arcseconds = nutation - 20.4898 / distance - 0.09033;
  return (((earth + 180 + arcseconds / 3600) % 360) + 360) % 360;
}

/** The instant near a date at which the sun reaches a longitude. */
export function sunReaches(degrees: number, near: number): number {
  let julian = near + JULIAN_1970;
  for (let step = 0; step < 6; step++) {
    const off = ((sunAt(julian) - degrees + 540) % 360) - 180;
    julian -= (off / 360) * 365.2422;
  }
  return fromDynamical(julian);
}

/**
 * From 1914, when the observatory of the republic began to reckon it, until 1928 the calendar went by Peking's own noon, 7:45:40 ahead of
 * UTC: in 1916 that made 3 February of 4 February, 00:05. Elsewhere the standard's own rule holds, 8 hours.
 */
function chinaAhead(instant: number): number {
  const own = instant >= dateOf(1914, 1, 1) * DAY && instant < dateOf(1929, 1, 1) * DAY;
  return own ? (7 * 3600 + 45 * 60 + 40) * 1000 : 8 * 3_600_000;
}

/** What China's clock showed at an instant, as milliseconds since it showed 1970-01-01T00:00. */
export function chinaTime(instant: number): number {
  return instant + chinaAhead(instant);
}

/** The date on China's clock, and how far the nearer midnight is, in minutes. */
export function chinaDate(instant: number): { readonly date: number; readonly fromMidnight: number } {
  const date = Math.floor(chinaTime(instant) / DAY);
  const minutes = (chinaTime(instant) - date * DAY) / 60_000;
  return { date, fromMidnight: Math.min(minutes, 1440 - minutes) };
}

/** The time of day on China's clock, as `23:48:08`. */
export function chinaClock(instant: number): string {
  return new Date(chinaTime(instant)).toISOString().slice(11, 19);
}
