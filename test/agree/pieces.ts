/**
 * Text of the language in pieces that can be left out one at a time: a line; what stands in braces behind a head; or tests that a
 * clause joins with `and`.
 */
export type Piece = string | Block | Joined;

export interface Block {
  readonly head: string;
  readonly pieces: readonly Piece[];
}

export interface Joined {
  readonly clause: string;
  readonly tests: readonly string[];
}

export function block(head: string, ...pieces: readonly Piece[]): Block {
  return { head, pieces };
}

export function textOfPieces(pieces: readonly Piece[], indent = ""): string {
  return pieces.map((piece) => indent + textOfPiece(piece, indent)).join("\n");
}

function textOfPiece(piece: Piece, indent: string): string {
  if (typeof piece === "string") return piece;
  if ("head" in piece) return `${piece.head} {\n${textOfPieces(piece.pieces, `${indent}  `)}\n${indent}}`;
  // A test that joins with `or` stands in brackets.
  return `${piece.clause} ${piece.tests.map((test) => (test.includes(" or ") ? `(${test})` : test)).join(" and ")}`;
}

/** Every way to leave out one piece: the larger ones first. */
export function lesserPieces(pieces: readonly Piece[]): Piece[][] {
  return [
    ...pieces.map((_, place) => pieces.toSpliced(place, 1)),
    ...pieces.flatMap((piece, place) => lesserPiece(piece).map((less) => pieces.with(place, less))),
  ];
}

function lesserPiece(piece: Piece): Piece[] {
  if (typeof piece === "string") return [];
  if ("head" in piece) return lesserPieces(piece.pieces).map((pieces) => ({ ...piece, pieces }));
  // Without any test the whole clause is left out, as a piece.
  if (piece.tests.length === 1) return [];
  return piece.tests.map((_, place) => ({ ...piece, tests: piece.tests.toSpliced(place, 1) }));
}
