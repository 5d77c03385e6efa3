import fc from "fast-check";

// Loaded before the tests of a run with a planted bug: whether it is caught must not depend on luck.
fc.configureGlobal({ seed: 7, endOnFailure: true });
