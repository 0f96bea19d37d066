import fc from "fast-check";

/**
 * One seed for every property, so that the suite says the same of the same code. `TRIBUTARY_TEST_SEED` names another, to
 * look further: a counterexample that it finds becomes a test of its own.
 */
fc.configureGlobal({ seed: Number(process.env.TRIBUTARY_TEST_SEED ?? 20_261_128) });
