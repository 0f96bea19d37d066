import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Store } from "../../src/store/store.ts";
import { claimWith, samplePackage, sourceWith } from "../cases/sample-package.ts";
import { grounds } from "./stores.ts";

const KOREAN = "해외에 파견된 노동자는 한 달에 임금을 받는다.\n\n당국은 임금의 절반을 가져간다. 북한 로동자 👷 숙소.";
const CHINESE = "朝鲜工人的工资每月约两千元。\n\n工厂扣除了大部分工资。";
const RUSSIAN = "Рабочие получали зарплату раз в месяц.\n\nРаботодатель удерживал половину заработной платы.";
const ENGLISH = "Workers were paid monthly wages.\n\nThe company withheld half of every wage, in 조선 and elsewhere.";

const marked = (text: string) => Array.from(text.matchAll(/\u2068([^\u2068\u2069]*)\u2069/g), (match) => match[1]);

for (const ground of grounds()) {
  describe(`search.query(case, words) on ${ground.name}`, () => {
    let store: Store;
    beforeAll(async () => {
      store = await ground.open();
      const texts = { korean: KOREAN, chinese: CHINESE, russian: RUSSIAN, english: ENGLISH };
      const sources = Object.keys(texts).map((id) => sourceWith({ id, title: `Report ${id}` }));
      const claims = [claimWith({ source: "english", paraphrase: "Half the wage went to the company" })];
      const base = { ...samplePackage(), custody: [], witnesses: [], consents: [], decisions: [], parties: [] };
      await store.cases.importPackage({ ...base, id: "tongues", sources, claims, policies: [], files: new Map() });
      for (const [id, text] of Object.entries(texts)) {
        await store.copies.attach("tongues", id, { bytes: Buffer.from(text), mediaType: "text/plain", text });
      }
    });
    afterAll(async () => {
      await store?.close();
      await ground.clear();
    });

    const find = (q: string) => store.search.query("tongues", q);
    const ids = async (q: string) => (await find(q)).hits.map((hit) => hit.id).sort();

    test("finds English words in every form, in passages and claims", async () => {
      const [claim] = (await store.claims.list("tongues")).claims;
      expect(await ids("wage")).toEqual([claim?.claim.id, "english:0", "english:34"].sort());
      expect(await ids("companies withheld")).toEqual(["english:34"]);
      expect(marked((await find("elsewhere companies")).hits[0]?.snippet ?? "")).toEqual(["company", "elsewhere"]);
    });

    test("finds Russian words in every form", async () => {
      expect(await ids("рабочий")).toEqual(["russian:0"]);
      expect(await ids("работодатели УДЕРЖИВАЛИ")).toEqual(["russian:40"]);
      expect(await ids("работодателя половина")).toEqual(["russian:40"]);
      expect(marked((await find("рабочих")).hits[0]?.snippet ?? "")).toEqual(["Рабочие"]);
    });

    test("finds Korean words of two syllables whatever particle follows", async () => {
      expect(await ids("임금")).toEqual(["korean:0", "korean:28"]);
      expect(await ids("노동자")).toEqual(["korean:0"]);
      expect(await ids("임금 당국")).toEqual(["korean:28"]);
      expect(marked((await find("노동자")).hits[0]?.snippet ?? "")).toEqual(["노동자"]);
    });

    test("finds Chinese words of two letters and of one", async () => {
      expect(await ids("工资")).toEqual(["chinese:0", "chinese:16"]);
      expect(await ids("朝鲜工人")).toEqual(["chinese:0"]);
      expect(await ids("厂")).toEqual(["chinese:16"]);
      expect(await ids("资工")).toEqual([]);
    });

    test("finds Korean in an English passage, and both together", async () => {
      expect(await ids("조선")).toEqual(["english:34"]);
      expect(await ids("조선 company")).toEqual(["english:34"]);
      expect(await ids("조선 monthly")).toEqual([]);
    });

    test("gives the place of a passage in code points", async () => {
      const [hit] = (await find("당국")).hits;
      expect(hit).toMatchObject({ kind: "passage", source: "korean", start: 28, title: "Report korean" });
      expect(Array.from(KOREAN).slice(hit?.start).join("")).toMatch(/^당국은/);
    });

    test("finds sources by title", async () => {
      expect(await ids("report russian")).toEqual(["russian"]);
    });

    test("finds nothing for nothing, for stop words and for signs", async () => {
      for (const q of ["", "  ", "the", "'", "&|!:*()<->", "\u0000", '"', "\\"]) {
        expect(await find(q), q).toEqual({ hits: [], total: 0, more: false });
      }
    });

    test("counts to a thousand and says that there is more", async () => {
      const text = Array.from({ length: 1_010 }, (_, n) => `Shipyard ${n}.`).join("\n\n");
      await store.copies.attach("tongues", "english", { bytes: Buffer.from(text), mediaType: "text/plain", text });
      const found = await store.search.query("tongues", "shipyards", 5);
      expect([found.hits.length, found.total, found.more]).toEqual([5, 1_000, true]);
    });
  });
}
