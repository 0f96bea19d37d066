import { writeFileSync } from "node:fs";

/**
 * Counts the tests of a Vitest run and writes the counts to the file named by TRIBUTARY_TEST_COUNTS. A file that cannot be
 * loaded, and an error outside of every test, count as failed: silence is not a pass.
 */
export default class CountReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: [], titles: [] };
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      for (const test of tests) count(test, module, counts);
      const ownErrors =
        module.errors().length > 0 || [...module.children.allSuites()].some((s) => s.errors().length > 0);
      if (ownErrors) counts.failed += 1;
    }
    writeFileSync(process.env.TRIBUTARY_TEST_COUNTS, JSON.stringify(counts));
  }
}

function count(test, module, counts) {
  const result = test.result();
  if (result.state === "passed") {
    counts.passed += 1;
    counts.titles.push(`${module.relativeModuleId} ${test.fullName}`);
  } else if (result.state === "skipped") {
    counts.skipped.push({ file: module.relativeModuleId, title: test.fullName, why: result.note ?? "" });
  } else counts.failed += 1;
}
