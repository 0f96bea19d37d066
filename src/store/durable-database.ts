import { PGlite, type PGliteOptions } from "@electric-sql/pglite";
import type { WriteAheadLog } from "./write-ahead-log.ts";

type StreamOptions = Parameters<PGlite["execProtocolRawStream"]>[1];

const SYNC_MESSAGE = new Uint8Array([0x53, 0, 0, 0, 4]);
/** First bytes of messages that open or continue a batch of the extended protocol: Parse Bind Describe Execute Close Flush. */
const BATCH = new Set(Array.from("PBDECH", (letter) => letter.charCodeAt(0)));
const SYNC = "S".charCodeAt(0);
const QUERY = "Q".charCodeAt(0);
/** Commands that leave nothing to bring to disk. */
const READING = /^(SELECT|BEGIN|START|ROLLBACK|SET|SHOW|FETCH|DISCARD|RESET|SAVEPOINT|RELEASE)/;

/**
 * PGlite as the socket server needs it, with two promises that it does not make by itself. A commit is on disk before
 * its client hears of it; and a batch of messages (parse, bind, execute … sync) is never mixed with another client's: the
 * server keeps to one client as long as `isInTransaction` says so, and all clients share one unnamed statement.
 */
export class DurableDatabase extends PGlite {
  readonly #log: WriteAheadLog;
  #inBatch = false;
  #unsynced = false;

  constructor(options: PGliteOptions, log: WriteAheadLog) {
    super(options);
    this.#log = log;
  }

  override isInTransaction(): boolean {
    return this.#inBatch || super.isInTransaction();
  }

  /** Called by the server to roll back what a client that vanished left open. */
  override async exec(...query: Parameters<PGlite["exec"]>): ReturnType<PGlite["exec"]> {
    if (this.#inBatch) await this.execProtocolRaw(SYNC_MESSAGE);
    this.#inBatch = false;
    return super.exec(...query);
  }

  override async execProtocolRawStream(message: Uint8Array, options: StreamOptions): Promise<void> {
    const type = message[0] ?? 0;
    if (BATCH.has(type)) this.#inBatch = true;
    const answers: Uint8Array[] = [];
    await super.execProtocolRawStream(message, { ...options, onRawData: (data) => answers.push(data.slice()) });
    const answer = answers.length === 1 && answers[0] !== undefined ? answers[0] : Buffer.concat(answers);
    for (const command of commands(answer)) this.#note(command);
    if (type === SYNC || type === QUERY) {
      this.#inBatch = false;
      this.#settle();
    }
    if (answer.length > 0) options.onRawData(answer);
  }

  #note(command: string): void {
    if (command.startsWith("CHECKPOINT")) this.#log.syncFiles();
    if (!READING.test(command)) this.#unsynced = true;
  }

  #settle(): void {
    if (!this.#unsynced || super.isInTransaction()) return;
    this.#log.sync();
    this.#unsynced = false;
  }
}

/** The tags of the commands that an answer of the server says are complete: `INSERT 0 1`, `COMMIT`. */
function* commands(answer: Uint8Array): Generator<string> {
  const view = new DataView(answer.buffer, answer.byteOffset, answer.byteLength);
  for (let at = 0; at + 5 <= answer.length; ) {
    const length = view.getUint32(at + 1);
    if (answer[at] === 0x43) yield Buffer.from(answer.subarray(at + 5, at + length)).toString("latin1");
    at += length + 1;
  }
}
