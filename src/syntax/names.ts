import { fold } from "./fold.js";
import { limits } from "./limits.js";
import type { Reading } from "./reading.js";

const ascii = /^[A-Za-z0-9_]*$/;
const latinAndHan =
  /^(?:[A-Za-z0-9_\u3005\u3007\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF]|[\uD840-\uD8BF][\uDC00-\uDFFF])*$/;
const latinOrHan = /(?:[A-Za-z\u3005\u3007\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF]|[\uD840-\uD8BF][\uDC00-\uDFFF])/;

/** Latin letters with accents: not allowed, but nobody takes them for others. */
const accented = /^(?:[\u00AA-\u024F\u1E00-\u1EFF]|\p{Mn})+$/u;

/** The name that `image` spells: back-quotes off, full-width folded, NFC. What a name may not be is reported. */
export function readName(reading: Reading, image: string, start: number): string {
  if (image.length <= limits.name && ascii.test(image)) return image;
  const quoted = image.startsWith("`") || image.startsWith("｀");
  const bare = quoted ? image.replace(/^[`｀]/, "").replace(/[`｀]$/, "") : image;
  const name = fold(bare).normalize("NFC");
  const span = reading.span(start, start + image.length);
  if (name.length > limits.name) {
    reading.report("name-too-long", span, { length: name.length, limit: limits.name });
  } else if (quoted && (bare === "" || !/^[^\s!-/:-@[-^{-~\u3000-\u3004\u3008-\u303F]*$/.test(name))) {
    reading.report("bad-quoted-name", span, { name: bare });
  } else if (!latinAndHan.test(name)) {
    const letters = [...new Set([...name].filter((letter) => !latinAndHan.test(letter)))].join("");
    const code = latinOrHan.test(name) && !accented.test(letters) ? "mixed-scripts" : "foreign-script";
    reading.report(code, span, { name, letters });
  }
  return name;
}
