import type { Text } from "../program/program.js";
import type { TextReader } from "./reader.js";

export function compileText(text: Text): TextReader {
  switch (text.is) {
    case "constant":
      return () => text.text;
    case "column": {
      const { column } = text;
      return (frame, row) => (frame.columns[column] as readonly (string | null)[])[row] as string | null;
    }
    case "ifUnknown": {
      const value = compileText(text.value);
      const otherwise = compileText(text.otherwise);
      return (frame, row) => value(frame, row) ?? otherwise(frame, row);
    }
  }
}
