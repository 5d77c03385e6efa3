import fc from "fast-check";

// A change is judged by the same random cases as the one before it, so that a red run is about the change; fresh cases
// are for the night. With a planted bug, one failure is enough: nobody reads the smallest.
fc.configureGlobal({ seed: 7, endOnFailure: process.env["TOUCHLINE_PLANTED"] !== undefined });
