import { bundleEn, type BundleMessages } from "../diagnostic/bundle.js";
import type { BundleFailure } from "../program/bundle.js";

/** Something that was to be loaded is no bundle of this version. `code` tells why; `message` and `fix` say it in English. */
export class BundleError extends Error {
  override readonly name = "BundleError";
  readonly code: keyof BundleMessages;
  readonly fix: string;

  constructor(failure: BundleFailure) {
    const { message, fix } = wordingOf(failure);
    super(`${message}. ${fix}`);
    this.code = failure.why;
    this.fix = fix;
  }
}

function wordingOf(failure: BundleFailure): { message: string; fix: string } {
  return failure.why === "other-version" ? bundleEn["other-version"](failure) : bundleEn[failure.why]({});
}
