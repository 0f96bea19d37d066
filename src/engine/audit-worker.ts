import { parentPort, workerData } from "node:worker_threads";
import { auditTexts } from "../audits/audit-texts.ts";
import type { ComparedText } from "../sources/repeated-passages.ts";

// What a thread is handed is what `TextAuditor` gave it.
const texts: readonly ComparedText[] = workerData;
parentPort?.postMessage(auditTexts(texts));
