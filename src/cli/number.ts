/** A number, or the text of one, with a comma between thousands, as both English and Chinese readers expect: `20,000`. */
export function grouped(n: number | bigint | string): string {
  const [whole = "", fraction] = String(n).split(".");
  const text = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return fraction === undefined ? text : `${text}.${fraction}`;
}

/** A share in percent with one digit after the point; a share that is not zero never reads as `0.0%`. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return "0%";
  const share = (100 * part) / whole;
  if (part > 0 && share < 0.1) return "<0.1%";
  if (part < whole && share > 99.9) return ">99.9%";
  return `${Number(share.toFixed(1))}%`;
}

/** A noun with its number: `1 strategy`, `2 strategies`. */
export function plural(n: number, one: string, many: string): string {
  return `${grouped(n)} ${n === 1 ? one : many}`;
}
