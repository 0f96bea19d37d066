import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { LEAST_NODE, whyNotThisNode } from "../../scripts/node-version.mjs";
import { ROOT } from "../repository/tree.ts";

describe("whyNotThisNode(version)", () => {
  test("is empty for the least Node and for every newer one", () => {
    for (const version of [LEAST_NODE, "20.20.2", "20.21.0", "22.0.0", "100.1.0"])
      expect(whyNotThisNode(version)).toBe("");
  });

  test("is one sentence with both versions for an older one", () => {
    for (const version of ["20.19.9", "18.20.4", "9.0.0"]) {
      expect(whyNotThisNode(version)).toContain(`this is Node ${version}`);
      expect(whyNotThisNode(version)).toContain(LEAST_NODE);
    }
  });

  test("agrees with what package.json asks for", () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
    expect(manifest.engines.node).toBe(`>=${LEAST_NODE}`);
  });
});

describe("npm start on a Node that is too old", () => {
  test("ends with exit code 1 and that sentence, before anything else is loaded", () => {
    const script = `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "18.0.0" } });
      import(${JSON.stringify(join(ROOT, "scripts", "start.mjs"))});`;
    const { status, stderr, stdout } = spawnSync(process.execPath, ["-e", script], { encoding: "utf8" });
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toBe(`${whyNotThisNode("18.0.0")}\n`);
  });
});
