import type * as Tree from "../../syntax/tree.js";
import { characterCount } from "../../text/characters.js";
import type { Checker } from "../checker.js";

/** What stands in a text whatever fills its holes must fit the channel. */
export function fitsChannel(c: Checker, line: Tree.MaterialLine, channel: Tree.Channel): void {
  const part = line.part.text;
  const limit = Number(channel.limits.find((each) => each.part.text === part)?.characters.amount);
  const words = line.pieces.flatMap((piece) => (piece.is === "words" ? [piece.text] : []));
  const length = words.reduce((sum, text) => sum + characterCount(text), 0);
  // Without a limit, or with one that is no number, nothing is compared.
  if (!(length > limit)) return;
  const holes = words.length < line.pieces.length;
  const [first, last] = [line.pieces[0], line.pieces.at(-1)];
  const span = first && last ? { ...first.span, end: last.span.end } : line.span;
  c.report.add("text-too-long", span, { channel: channel.name.text, part, length, limit, holes });
}
