import type { InterchangeMessages } from "../diagnostic/interchange.js";

/** What is wrong with a document, and where: `files[0].declarations[3].who.parts[1]`. */
export interface Problem<C extends keyof InterchangeMessages = keyof InterchangeMessages> {
  readonly code: C;
  readonly path: string;
  readonly args: InterchangeMessages[C];
}

/** Collects problems in the order in which they are met. */
export class Problems {
  readonly found: Problem[] = [];

  add<C extends keyof InterchangeMessages>(code: C, path: string, args: InterchangeMessages[C]): undefined {
    this.found.push({ code, path, args });
    return undefined;
  }
}
